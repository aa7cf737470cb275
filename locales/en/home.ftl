# Home: hello, the proof of the phone number, the menus.

welcome =
    Welcome to Behinyar.
    Here you register your guild production unit, record each month's production, and see whether your record carries an order registration.
    To begin, please send your mobile number with the button “Send my number”, so that what is recorded stands in your own name.
    Recording here does not replace recording in Behinyab unless an authority says so.
contact-first = To begin, your mobile number is needed; what you wrote was not recorded.
contact-not-that = To begin, your mobile number is needed, not { $came }; nothing was recorded.
contact-typed = Please do not type the number; send it with the button, so that it is known to be your own.
contact-button = The button “Send my number” is at the bottom of the screen.
contact-foreign = This is somebody else's contact, or a forwarded one. Please send your own number.
contact-not-iranian = This is not an Iranian mobile number. Mobile numbers begin with 09 and have eleven digits, for example: 09120000000
contact-known = Your number was confirmed before ✅
contact-new = Your number is confirmed ✅
contact-joined = This account has joined your earlier one; your units and drafts are here ✅
contact-too-many-codes = Several codes were sent for this number within the last hour. Please send your number again in an hour, or ask your union for help.
contact-claimed = Your number is confirmed for this account ✅ The account that had been opened with it can no longer use it.
contact-invitation-needed = This number has a role in Behinyar, and this messenger does not vouch for it. Please get an invitation code from whoever gave you the role, or come in on Telegram first.
button-claim = That is not mine
invitation-ask =
    This number has a role in Behinyar. Please write the ten-digit invitation code that you were given. Example: 0123456789
    This code is not the one of twelve characters.
    If you have none, ask whoever gave you the role.
problem-nothing-to-claim = No code is awaited on this account. Please send your number again with the button below.
problem-claim-holds-more = The other account has a unit or a role on record; the union or the county office settles this. Please go there with your identity card.
join-code-ask =
    This number is known in Behinyar already. To be sure, we sent a six-digit code to your earlier account.
    Please write that code here. It holds for ten minutes. Example: 123456
    If you cannot reach the earlier account, your union or county office can help.
join-code-no-digits = There was no digit in what you sent; it does not count as a try. Write the digits of the code only.
problem-join-code-wrong = This is not the code that was sent. Tries left: { $left }; see the six digits in the message on your earlier account.
problem-join-code-over = This code is of no use any more: its time is over, or it was written wrong five times. Please share your number again and a new one will be sent.
problem-join-code-not-asked = No code is awaited. Please send your number with the button below.

link-unknown = This link is not whole, or Behinyar does not know it. Open it again from the sender's message, or write the invitation code here; example: ABCD-EFGH-JKMN
link-kept =
    Welcome to Behinyar. Your link is kept.
    First send your mobile number with the button “Send my number”; then you see the invitation here and accept or decline it.

home-nobody =
    Welcome. No unit is registered in your name yet.
    Registration takes about five minutes, and is kept wherever you stop. Please have your licence at hand.
home-begun =
    Your registration is half filled in ⏳
    Your answers are kept; please go on from the question that was left.
home-choose = Please choose one of the options below.
home-office =
    Your office: { $office }
    Your role: { $role }
home-office-choose = Please choose one of the options below.
home-in-place = In the place of { $holder } until the end of { $until }; each decision says that it was made in that person's place.
acting-in-place = You act in the place of { $holder }; decisions are recorded so.
home-away = You are away until the end of { $until }; in your place: { $stand-in }
home-away-waiting = You are away until the end of { $until }; the person you invited has not accepted yet ⏳
home-unit = Hello, { $unit }.
home-unit-submitted =
    Your registration waits for the union's confirmation ⏳ Receipt code:
    { $receipt }
home-unit-returned = Your registration was returned for correction ↩️
home-unit-confirmed = Your registration is confirmed ✅
home-licence-expired = The guild licence ended on { $expires } ⚠️ Until its renewal is confirmed, order registration stays shut.
home-renewal-waits = The renewed licence waits for the union since { $since } ⏳
home-renewal-returned = The renewed licence was returned for correction ↩️
home-unit-rejected = The registration of this unit was rejected. The reason stands in the union's message; please speak to the union.
home-month-missing = The figures of { $month } are not recorded yet; they are due by { $due } (days left: { $days }).
home-month-late = The figures of { $month } are not recorded yet and were due on { $due } ⚠️ They are still accepted today and will be marked late.
home-months-returned = Returned for correction ↩️ { $months }
home-months-missing = Other months of the past year that are not recorded: { $number } ⬜ You can record them in “My months”.
home-month-there = Figures of { $month }: { $state }

button-register = Register a unit
button-register-another = Register another
button-resume-registration = Go on registering
button-resume-mending = Go on mending
button-resume-mending-of = Go on mending · { $unit }
button-resume-month = Go on with { $month }
button-resume-month-of = Go on with { $month } · { $unit }
button-resume-renewal = Go on renewing
button-resume-renewal-of = Go on renewing · { $unit }
button-renew-licence = Licence renewed
button-mend-renewal = Mend the renewal
button-record-month = Record { $month }
button-mend-month = Mend { $month }
button-mend-unit = Mend registration
button-months = My months
button-verdict = Order registration
button-own-conflicts = A rival reviews me
button-inbox = Union inbox
button-inbox-in-place = Reviews to do
button-look-up = Look up a unit
button-role = My role and office
button-hat = { $office } · { $role }
button-hat-in-place = In place · { $office }
button-have-code = I have a code
button-other-hat = Change role
button-other-unit = My units

language =
    زبان گفت‌وگو را انتخاب کنید.
    Choose the language.
help =
    How Behinyar works
    1. Registration: you register your unit once, and the union that issued the licence confirms it.
    2. Month: after each month ends you write production, sales and employees by day { $day } of the next. A month without production is recorded too; a zero is better than a gap.
    3. Confirmation: the union confirms, or returns with a reason; we tell you here, and the button opens the very part.
    4. Order registration: see at any time whether your record suffices, with the clause behind each reason.
    Commands: /start and /menu open the main menu, /help opens this page. The main menu is at the bottom of screens too.
    If you get stuck, tap “I have a problem” or write /support; the Behinyab liaison of your province answers. We never ask for the Behinyab password.
    Recording here does not replace recording in Behinyab unless an authority says so.
uses =
    The recorded figures are the basis of four things (letter 60/227210, 1398/08/26, preamble):
    1. Bank facilities
    2. Order registration of raw materials, intermediate goods and line machinery
    3. Purchases on the commodity exchange
    4. Confirmation of capability inquiries in government tenders and auctions
    Each month that is recorded and confirmed smooths the way to these four.
