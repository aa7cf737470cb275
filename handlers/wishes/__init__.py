"""What people did not find in the list of unions and counties: seen and answered by whoever adds such offices."""

from handlers.wishes.desk import router
from handlers.wishes.forms import DeclineForm, NameForm

__all__ = ["DeclineForm", "NameForm", "router"]
