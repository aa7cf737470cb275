# What every screen shares: months, money, joints, and the buttons that lead on and back.

month-1 = Farvardin
month-2 = Ordibehesht
month-3 = Khordad
month-4 = Tir
month-5 = Mordad
month-6 = Shahrivar
month-7 = Mehr
month-8 = Aban
month-9 = Azar
month-10 = Dey
month-11 = Bahman
month-12 = Esfand
jalali-month = { $month } { $year }
moment = { $date } at { $time }
quantity = { $amount } { $measure }
money = { $rial } rial, that is { $toman } toman
joint-comma = ,_
joint-lines = |
yes = yes
no = no

messenger-telegram = Telegram
messenger-bale = Bale

button-home = Main menu
button-back = Back
button-later = Continue later
button-circulars = Circulars
button-help = Help
button-uses = Uses of my record
button-language = زبان / Language
button-fa = فارسی
button-en = English
button-edit = Edit
button-keep = Keep this
button-skip = Go on without it
button-yes-right = Yes, that is right
button-rewrite = Write it again
button-previous-page = Previous page
button-next-page = Next page
button-copy = Copy the code
button-ask-contact = Send my number
button-ask-location = Send location

keyboard-off = Received.
command-start = Start
command-menu = Main menu
command-absence = Absence and stand-in
command-help = Help

stale-button = This button belongs to an earlier view. What holds now is shown below.
stray = Nothing had been asked just now, so nothing was recorded. Please choose one of the options below.
stray-thing = Just now { $came } was not needed; nothing was recorded. Please choose one of the options below.
edited-message = An edit of an earlier message is not read; what you sent before stands. If something is to change, please use the buttons below.
edited-answer = An edit of an earlier message is not read. Write the answer in a new message.
group-chat = Behinyar answers in private chats only, so that nobody else sees your figures. Please open the bot's name and press “Start”.
apology =
    This could not be done, and nothing of it was recorded; what you wrote before is safe.
    Please try again. If it fails once more, tap “I have a problem”; this code goes with your message:
    { $reference }
password-refused =
    What you sent looks like a password; it was not kept and your message was deleted.
    The Behinyab password is your signature: give it to nobody, neither to this bot nor to the organisation's staff.
