"""All conversations, in the order in which they are asked."""

from aiogram import Router

from handlers import (
    access,
    campaign,
    circulars,
    commission,
    eligibility,
    filling,
    home,
    inbox,
    library,
    licence,
    month,
    offices,
    registration,
    sheets,
    support,
    wishes,
)


def routes() -> Router:
    """A router tree of its own for each program."""
    root = Router(name="behinyar")
    registering = registration.RegistrationConversation()
    conversations: dict[str, filling.Conversation] = {
        conversation.form.name: conversation
        for conversation in (
            registering,
            month.CONVERSATION,
            licence.CONVERSATION,
            inbox.Return(),
            inbox.Rejection(),
            inbox.NamingARival(),
            campaign.StartForm(),
            campaign.MembersForm(),
            *access.CONVERSATIONS,
            *circulars.CONVERSATIONS,
            offices.INVITING,
            offices.ADDING,
            support.TicketConversation(),
            support.WriteBackConversation(),
            support.AnswerConversation(),
            support.PapersConversation(),
            commission.SessionForm(),
            commission.LetterForm(),
            commission.UnionForm(),
            wishes.NameForm(),
            wishes.DeclineForm(),
        )
    }
    links: home.Links = {offices.LETTER: offices.opened, campaign.LETTER: campaign.by_link}
    root.include_router(support.mine.router())
    root.include_router(home.first_router(links))
    root.include_router(offices.router())
    root.include_router(wishes.router())
    root.include_router(registration.router(registering))
    root.include_router(month.router())
    root.include_router(licence.router())
    root.include_router(inbox.router())
    root.include_router(campaign.router())
    root.include_router(commission.router())
    root.include_router(eligibility.router())
    root.include_router(circulars.router())
    root.include_router(library.router())
    root.include_router(access.router())
    root.include_router(support.desk.router())
    root.include_router(support.papers.router())
    root.include_router(support.inspection.router())
    root.include_router(sheets.router())
    root.include_router(filling.router(conversations))
    root.include_router(home.last_router(links))
    return root
