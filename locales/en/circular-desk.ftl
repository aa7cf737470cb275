# The desk that issues circulars: its list, a draft and its card, the audience, release.

## The desk

button-circular-desk = Write and send
button-circular-write = New circular
button-circular-open = { $number }
button-circular-pile-open = Open circulars
button-circular-pile-ended = Ended ones
button-circular-pile-release = For you to release
circular-desk-open = Circulars of { $office }
circular-desk-open-none =
    No circular of your office is open.
    You write the text and choose the audience; a colleague reads it and releases it.
circular-desk-ended = Ended circulars of { $office }
circular-desk-ended-none = No circular of your office has ended yet.
circular-desk-release = Circulars that wait for you to release them
circular-desk-release-none = No circular waits for you to release it ✅
circular-desk-line = No. { $number } · { $subject } · { $standing }
circular-desk-line-of = No. { $number } · { $subject } · { $office } · { $standing }

standing-draft = draft
standing-asked = waiting for release ⏳
standing-scheduled = scheduled ⏳
standing-planning = the list of recipients is being written ⏳
standing-trying = trial ⏳
standing-sending = on its way ⏳
standing-paused = paused by you or a colleague
standing-stopped = stopped: many were not reached ⚠️
standing-withdrawing = being withdrawn ⏳
standing-withdrawn = withdrawn
standing-done = ended ✅

## Writing

circular-field-number = Number
circular-field-date = Date
circular-field-subject = Subject
circular-field-summary = Text
circular-field-more = More text
circular-field-clause = Clause { $n }
circular-field-class = Urgency
circular-field-passing = How it arrives
circular-field-place = Place
circular-ask-number =
    Write the number of the circular.
    The one that the secretariat put on the letter; recipients find the circular by it. Example: 60/227210
circular-ask-date =
    What is the date of the letter?
    Write the Jalali date on the letter with year, month and day. Example: 1405/09/05
circular-ask-subject =
    Write the subject in one line.
    It is the first thing that a recipient sees. Example: the term for Aban's statistics
circular-ask-summary =
    Write the text in plain words.
    The recipient must know what to do, by when and how. A long text goes out in several messages, the attachment last. The clauses come in the next questions.
circular-ask-more =
    What you sent fills a whole message; perhaps the messenger has parted it.
    If it goes on, send the rest here; if not, tap «That was all».
circular-ask-clause =
    Write the first clause, or say that there is none.
    A clause is a sentence that is cited later by its number. Example: Statistics are recorded by the tenth of the next month.
circular-ask-next-clause = Write clause { $n }, or say that there is no other.
circular-ask-class =
    Is this circular ordinary or urgent?
    An urgent one goes ahead of the others, and its acknowledgement is followed up.
circular-ask-passing =
    How does it come to the offices below?
    At once: your office tells everybody itself. Passed on: each office, having seen it, passes it on with one tap. By itself: the same way, with nobody tapping.
button-circular-at-once = At once to all
button-circular-by-hand = Passed on by offices
button-circular-by-itself = Level by level
button-circular-whole = That was all
button-circular-no-clause = No clauses
button-circular-no-more = No other clause
button-circular-save = Save the draft
circular-check = Look at the circular once more. A draft goes to nobody.
circular-check-pages = With this text each recipient gets { $n } messages.
circular-saved = The draft is saved ✅
circular-kept = What you wrote is kept; go on with «New circular», on this messenger or the other.

## The card of a draft

circular-card =
    Circular { $number } · { $date }
    { $office } · written by { $author }
    Subject: { $subject }
    State: { $standing }
circular-card-starts = Goes out at: { $at }
circular-card-corrects = Corrects circular { $number }, which was withdrawn.
circular-card-kind = Urgency: { $grade } · arrives: { $passing } · messages for each recipient: { $pages }
circular-card-text = Text: { $text }
circular-card-clauses = Clauses: { $n }
circular-card-file = Attachment: { $name }
circular-hint-audience = Choose the audience first.
circular-hint-ask = Look at the preview, then tap “Ask for release”, so that a colleague releases it; its author does not.
circular-hint-asked = A colleague asks for the release of this circular. Look at the preview and the recipients, then release it.
circular-hint-asked-own = Your colleagues were asked to read and release it. If you change it, you must ask again.
circular-hint-theirs = This draft is still in the hands of its own office.
button-circular-audience = Choose audience
button-circular-preview = Preview
button-circular-edit = Change the text
button-circular-file = Attachment
button-circular-ask = Ask for release
button-circular-release = Release
button-circular-discard = Throw away
button-circular-discard-yes = Yes, throw it away
circular-sure-discard =
    Throw away the draft «{ $subject }», number { $number }?
    It went to nobody, and its number becomes free. This cannot be undone.
circular-discarded = The draft was thrown away.
circular-asked = The release was asked for ✅ We tell { $n } people in { $office }; one of them releases it.

## The attachment

circular-ask-file =
    Send the attachment of circular { $number } here: a PDF or a photo, up to { $most } megabytes.
    It comes after all messages. A circular goes without one too.
circular-await-file = A file is wanted here: a PDF or a photo. If there is none, tap «Back».
button-circular-unfile = Remove the file
circular-unfiled = The attachment was removed.
circular-filed = The attachment «{ $name }» is in its place ✅

## The audience

circular-audience = Audience of circular { $number }
circular-audience-nobody = No audience is chosen yet ⬜
circular-audience-told = Audience: those to whom circular { $number } was sent.
circular-audience-levels = Audience: { $value }
circular-audience-within = Only in: { $value }
circular-audience-roles = Only these roles: { $value }
circular-audience-trades = Only units of these classes: { $value }
circular-audience-registered = Registration: { $value }
circular-audience-reported = Statistics: { $value }
circular-registered-yes = confirmed
circular-registered-no = not confirmed yet
circular-registered-any = either
circular-reported-yes = { $month } recorded
circular-reported-no = { $month } not recorded
circular-count = Recipients at this moment: { $n }
circular-count-line = { $level }: { $n }
circular-count-none = With these choices there is no recipient ⚠️
button-audience-levels = Levels
button-audience-places = Places
button-audience-roles = Roles
button-audience-trades = Trade class
button-audience-registered = Registration
button-audience-reported = A month's figures
button-audience-done = Done
button-audience-on = { $name } ✅
button-audience-off = { $name }
button-audience-search = Add by name
button-audience-month = { $month }
button-audience-no-month = Drop the month
button-audience-reported-yes = Recorded it
button-audience-reported-no = Did not record it
audience-ask-levels = To which levels does it go? Tap to choose, tap again to drop.
audience-ask-places = Add provinces, counties or unions by their names; tap one to drop it.
audience-ask-roles = Only to which roles at these levels? With none chosen it goes to all.
audience-ask-trades = Only to units of which class? With none chosen it goes to all.
audience-ask-registered = To confirmed units, or to those not confirmed yet?
audience-ask-reported = Which month's statistics is it about?
audience-ask-month = To units that recorded { $month }, or to those that did not?
audience-everywhere = No place is chosen yet; the circular goes to everything that your office reaches.
audience-places = Places chosen: { $n }
audience-search =
    Write the name of a province, a county or a union, or pick from the list.
    A part of the name will do. Example: shoe

## What its senders hear

button-notice-circular = See the circular
notice-circular-asked =
    You and your colleagues are asked to release a circular.
    Circular { $number } of { $office }, written by { $author }
    Subject: { $subject }
    Look at the preview and the recipients; until you or another colleague release it, it goes to nobody.
notice-circular-released = Circular { $number } was released and goes to { $counted } people. Watch its progress.
notice-circular-scheduled = Circular { $number } was released and goes out at { $at }, to { $counted } people as of now.

notice-circular-paused = Circular { $number } “{ $subject }” was paused by { $by } of { $office } ⏸ Until it goes on nobody else is told.
notice-circular-resumed = Circular { $number } “{ $subject }” was set going again by { $by } of { $office }. Look at its progress.
notice-circular-withdrawn = Circular { $number } “{ $subject }” was withdrawn by { $by } of { $office }. Whoever was sent it is told by a correction; write it from the circular's card.
notice-circular-rescheduled = Circular { $number } “{ $subject }” was moved by { $by } of { $office } to another time: { $at }
notice-circular-redrafted = Circular { $number } “{ $subject }” was made a draft again by { $by } of { $office }. Change it, then ask for its release anew.
notice-circular-recounted =
    Circular { $number } “{ $subject }” goes out now.
    At the release { $counted } people were counted, and now it goes to { $planned }, since the audience's conditions are judged at the hour of sending.

## The preview

circular-preview-head = Preview on { $messenger } · message { $n } of { $of } · { $units } of { $most } characters
circular-preview-text = { $text }
circular-preview-labels = Buttons under this message: { $labels }
circular-preview-file = Preview of the attachment · after { $n } messages this file goes out: { $name }
circular-preview-signs = Bale takes some signs (stars, brackets) for markup; look-alikes stand in their place.
button-preview-next = Next message
button-preview-previous = Previous message
button-preview-telegram = The same on Telegram
button-preview-bale = The same on Bale

## Release

circular-release =
    Release of circular { $number } · { $subject }
    Of { $office }, written by { $author }
circular-release-how = Shall it go now or at another day and hour? Of a long list a small group is told first; if that does not arrive, the rest is held back.
button-release-now = Now
button-release-later = At another time
circular-sure-now = Release circular { $number } «{ $subject }» now? What has arrived cannot be called back.
button-circular-now-yes = Yes, release it
circular-field-at = Time
circular-ask-at =
    At which day and hour is it to go out?
    Write the Jalali day and the hour in Tehran. Example: tomorrow 8:00, or 1405/09/10 10:30
circular-at-echo = Begin to send it at { $value }, Tehran time?
circular-released = The circular is released ✅ It goes to { $n } people, and its author hears of it.
circular-released-at = The circular is released ✅ It goes out at { $at }, to { $n } people as of now. The author hears of it too.
problem-moment-without-hour = There is no hour in «{ $got }». Write day and hour together. Example: tomorrow 8:00
problem-moment-bad-hour = No hour was found in «{ $got }»; hours go from 0 to 23, minutes from 0 to 59. Example: 1405/09/10 10:30

button-circular-retime = Another time
button-circular-redraft = Back to draft
button-circular-redraft-yes = Yes, make it a draft
circular-retime =
    Circular { $number } “{ $subject }” goes out at { $at }. When shall it go?
    With another time it is released anew, in your name.
circular-sure-redraft =
    Shall circular { $number } “{ $subject }” be a draft again?
    Nobody is sent it at its hour. Its number stays, and its release must be asked for anew.
circular-redrafted = The circular is a draft again. Change it, or ask for its release anew.

## On its way

circular-waits-hour =
    Recipients at the release: { $n }
    The list of recipients is closed at the hour of sending: whoever meets these conditions then. Until then you may set another hour or make it a draft again.
circular-recounted = At the release { $counted } people were counted; at the hour of sending { $planned } met these conditions.
circular-planning = The list of recipients is being written: { $n } of { $of }
circular-bar = Progress: { $bar } { $percent } per cent · { $done } of { $of }
circular-rate = Speed: { $rate } people a minute · ends about { $end }
circular-figure-sent = Sent: { $n }
circular-figure-read = Acknowledged: { $n }
circular-figure-to-come = In line to be sent: { $n }
circular-figure-retry = Tried again: { $n }
circular-figure-held-back = Waiting to be passed on: { $n }
circular-figure-parked = Out of reach: { $n } ⚠️
circular-figure-refused = Refused by the messenger: { $n } ⚠️
circular-figure-uncertain = Uncertain: { $n } ⚠️
circular-figure-withdrawn = Withdrawn before sending: { $n }
circular-stopped-hint = It did not reach many of those who were to be told, and the rest were held back. See who was not reached; then go on or withdraw it.
button-circular-refresh = Refresh
button-circular-pause = Pause
button-circular-resume = Go on
button-circular-withdraw = Withdraw
button-circular-withdraw-yes = Yes, withdraw it
button-circular-unreached = Not reached
circular-paused = Paused. { $n } people wait and get nothing until you go on.
circular-resumed = It goes on.
circular-sure-withdraw = Withdraw circular { $number } «{ $subject }»? This cannot be undone.
circular-withdraw-sent = { $n } people were sent it and keep it; afterwards you can write them a correction. Nobody else gets it.
circular-withdraw-none-sent = Nobody was sent it yet, and nobody gets it.
circular-withdrawn = The circular was withdrawn.
circular-unreached = Circular { $number } did not reach these people:
circular-unreached-none = There is nobody whom circular { $number } did not reach ✅
circular-unreached-line = { $office } · { $who } · { $state }
notice-state-parked = blocked the bot or never opened it
notice-state-refused = refused by the messenger
notice-state-uncertain = uncertain
notice-state-retry = tried again

## What became of it

button-circular-statement = Closing statement
button-circular-correct = Write a correction
button-circular-correction = See the correction
button-statement-level = { $level }
circular-statement =
    Closing statement · circular { $number }
    Subject: { $subject }
    All recipients: { $planned }
circular-statement-line = Sum: { $said }
circular-statement-of = { $name } · { $planned }: { $said }
circular-statement-level = Closing statement of circular { $number } · { $level } · { $planned }
circular-statement-balances = Each line sums up to its recipients. Those who acknowledged are among those who were sent it.
circular-column-sent = sent { $n }
circular-column-read = acknowledged { $n }
circular-column-parked = out of reach { $n }
circular-column-refused = refused by the messenger { $n }
circular-column-uncertain = uncertain { $n }
circular-column-withdrawn = withdrawn { $n }
circular-column-held-back = waiting to be passed on { $n }
circular-column-to-come = in line to be sent { $n }
circular-correction = The correction of circular { $number } wants a number and a text of its own and goes only to those who got that one. Subject and urgency come from it; you may change them.

## Refusals

problem-circular-changed = This circular was changed since you saw it, and nothing was done. Look at it as it stands and decide again.
problem-circular-not-your-office = This draft belongs to { $name } and is written there alone. You may look at it and release it.
problem-circular-asked = The release of this circular was asked for already; nothing needs to be done.
problem-circular-nobody-releases = Neither in your office nor above it is there anybody else who may release it. Ask the office above to give a colleague this role.
problem-circular-no-levels = No other office lies below yours, so it cannot go level by level. Choose «At once to all».
problem-circular-wrong-file = The file «{ $name }» is neither a PDF nor a photo. Turn the letter into a PDF or take a photo of it.
problem-circular-nothing-sent = This circular reached nobody; no correction is needed.
