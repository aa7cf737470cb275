# Trouble: the person's tickets, the desk that answers them, the draft of the letter.

button-support = I have a problem
button-new-ticket = Write my problem
button-my-tickets = My tickets
button-back-to-form = Back to my form
button-ticket = See the ticket
command-support = I have a problem

support =
    Support
    If you are stuck, write what is wrong; the province's Behinyab liaison answers, here in this chat ({ $source }).
support-first-number = To answer you we must know who you are; please send your mobile number first.
support-form-kept = What you were filling in is kept; go back to it whenever you like.
support-place-home = main menu
support-place-help = help
support-place-uses = uses of the record
support-place-unit = unit page
support-place-registration = registration
support-place-months = my months
support-place-month = a month's record
support-place-inbox = union inbox
support-place-review = union review
support-place-verdict = order registration
support-place-look-up = look-up
support-place-support = support
support-place-papers = report of papers
support-place-access = Behinyab access
support-place-campaign = registration coverage
support-place-commissions = supervision commissions
support-place-circulars = circulars
support-place-role = role and office
support-place-offices = list of offices
support-place-reports = reports of papers
support-place-apology = the message “this was not done”
support-place-other = another screen

ticket-from = You came from “{ $place }”; the name of that screen goes with your message.
ticket-province =
    Which province should this go to?
    The Behinyab liaison of that province answers. Choose the province or write its name.
ticket-words =
    What is the problem? Please write it in a sentence or two.
    Example: I sent Aban's figures, but “My months” still says “not recorded”.
    Text only (up to { $most } characters); photos and files are not kept. Please write no password.
ticket-echo =
    This goes to the support desk of { $province }:
    “{ $value }”
    Is it right?
ticket-label-words = Message
ticket-label-province = Province
ticket-not-sent = Nothing was sent.
ticket-sent =
    Your message is recorded and sent.
    It went to: { $receiver }
    Receipt code:
    { $code }
ticket-sent-due = You get an answer here by { $due }. Without one by then, the message goes to the statistics office by itself ({ $source }).
ticket-sent-office = The answer comes here ({ $source }).
receiver-liaison = the Behinyab liaison of { $province }
receiver-officer = the officer of { $province }, since this province has no liaison yet
receiver-statistics = the statistics office, since { $province } has no liaison and no officer yet
receiver-nobody = the queue of the statistics office, since { $province } has no liaison yet and that office has named nobody either

my-tickets = Your messages to support, the latest first:
my-tickets-none = You have not written to support yet. If you are stuck, write what is wrong.
my-tickets-line = { $code } · { $at } · { $state }
ticket-state-waiting = waiting for an answer ⏳
ticket-state-answered = answered ✅
ticket-state-closed = closed
ticket-desk-province = the Behinyab liaison of { $province }
ticket-desk-statistics = the statistics office

ticket-heading =
    Receipt code:
    { $code }
ticket-waiting = Waiting for { $desk } ⏳ due: { $due }
ticket-overdue = Waiting for { $desk }; it was due on { $due } ⚠️
ticket-answered = Your answer is here ✅ Is the problem solved?
ticket-closed = This ticket is closed.
ticket-stands = { $state }
ticket-line = { $at } · { $step }
ticket-line-of = { $at } · { $step } · { $office }
ticket-line-code = · { $code }
ticket-words-said = “{ $words }”
ticket-step-opened = first message
ticket-step-taken = taken
ticket-step-let-go = let go
ticket-step-answered = answer
ticket-step-wrote-back = added
ticket-step-sent-on = sent on to the statistics office
ticket-step-overdue = overdue in the province; sent on to the statistics office
ticket-step-closed = closed
ticket-step-solved = solved ✅
ticket-step-not-solved = not solved ↩️
button-ticket-solved = Solved ✅
button-ticket-not-solved = Not solved
button-write-back = Write more
ticket-back-words =
    What would you like to add?
    Example: I did what you said, but I still see the same message.
    Text only (up to { $most } characters).
ticket-back-echo =
    This is sent:
    “{ $value }”
    Is it right?
ticket-back-sent = Your words have arrived ✅
ticket-thanks = We are glad that it is solved; this ticket is closed. Should it come back, tap “Not solved”.
ticket-waits-again = The ticket waits for an answer again ⏳ If there is something new, tap “Write more”.

button-desk = Support desk
button-desk-sent-on = Sent on ({ $n })
desk =
    Support desk of { $office }
    Waiting: { $waiting } · overdue: { $overdue }
    The oldest come first.
desk-empty =
    Support desk of { $office }
    Nothing waits now ✅
desk-sent-on =
    Messages from { $office } at the statistics office:
desk-sent-on-empty = Nothing from { $office } lies at the statistics office.
desk-line = { $code } · { $marks }
ticket-mark-overdue = overdue ⚠️
ticket-mark-held = with a colleague
ticket-mark-mine = with you
ticket-who = From: { $who } · { $phone } · { $province }
ticket-asker = a user of Behinyar
ticket-asker-unit = owner of a unit
ticket-place = Screen: { $place }
ticket-held-by-you = You hold this message.
ticket-held = Your colleague holds this message since { $since }.
ticket-held-by = Your colleague { $by } holds this message since { $since }.
button-ticket-take = I take it
button-ticket-answer = Write the answer
button-ticket-send-on = To statistics
button-ticket-close = Close
button-ticket-let-go = Let it go
button-ticket-letter = Draft letter
ticket-answer-words =
    Please write your answer. What happened, and what should the person do?
    Example: The union's user name is active now; please leave Behinyab once and come in again.
    Text only (up to { $most } characters). The answer is for this ticket: { $receipt }
ticket-answer-echo =
    This answer goes to the ticket { $receipt }:
    “{ $value }”
    Is it right?
ticket-answer-sent = The answer is sent ✅
ticket-answer-unsent = The answer was not sent. What you wrote:
ticket-let-go-done = The message is back in the queue, in its old place.
ticket-sent-on-done = The message lies with the statistics office now. The draft letter is ready.
ticket-close-ask = Why is this closed without a new answer? The writer hears the reason and can open it again.
ticket-close-done = The message is closed, and its writer heard why.
button-close-settled = It is solved
button-close-twice = Written twice
button-close-not-ours = Not about Behinyab
close-code-settled = the problem is solved
close-code-twice = the same matter has another ticket
close-code-not-ours = the matter is not about Behinyab or Behinyar

letter-heading =
    To: statistics and data processing office
    From: organisation of industry, mine and trade, { $province }
    Subject: access trouble in Behinyab, ticket { $code }
letter-body =
    With respect,
    on the ground of { $source }, the trouble below, which was not mended in the province, is laid before you.
    Asked by: { $who } · screen: { $place } · written on: { $opened }
letter-trouble = What is wrong: “{ $words }”
letter-history = What was done so far:
letter-line = { $at } · { $step }: “{ $words }”
letter-overdue = The province's time for an answer is over.
letter-closing = Please let us know the outcome.
letter-draft =
    Draft; without administrative value until registered by the secretariat

problem-ticket-not-yours = This ticket is not yours or not of your province; nothing was done. See your own tickets under “I have a problem”.
problem-ticket-own = You wrote this message yourself; your colleague or the statistics office answers it.
problem-ticket-moved-on = This ticket has changed since the button was shown; nothing was done. See below how it stands.
problem-ticket-held = Your colleague took this message at { $since }; nothing is left to do.
problem-ticket-held-by = Your colleague { $by } took this message at { $since }; nothing is left to do.
problem-ticket-too-many = { $most } messages of yours wait for an answer already. Please add to one of them, or wait for the answer.
problem-ticket-reopen-over = This ticket was closed more than { $days } days ago and cannot be opened again. Please write the problem in a new message.
problem-ticket-no-province = The province is not known. Please choose your province from the list.
problem-ticket-password = Something in this text looks like a password; it was not kept. Please delete your message and write again without it; nobody should know your password.

notice-ticket-new = A new message has come to the support desk of { $province } ⏳ Receipt code: { $code }
notice-ticket-again = The writer of ticket { $code } ({ $province }) added something or says that it is not solved ↩️
notice-ticket-passed-on = The liaison of { $province } sent ticket { $code } on to the statistics office ⏳
notice-ticket-overdue = The time of { $province } for ticket { $code } is over ⚠️ The message went to the statistics office with its history.
notice-ticket-answered = From { $office }: your message is answered ✅ Receipt code: { $code }
notice-ticket-sent-on = Your message was sent on to the statistics office ⏳ Receipt code: { $code }
notice-ticket-sent-on-late = The province did not answer in time; your message went to the statistics office with its history ⏳ Receipt code: { $code }
notice-ticket-closed =
    From { $office }: ticket { $code } is closed. Reason: { $reason }.
    If the problem is still there, open it and tap “Not solved”.
