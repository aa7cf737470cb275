# A union's access to Behinyab: request, letters, hops, tracker card.

button-access = Behinyab access

access-none =
    Access to Behinyab has not been asked for { $office } yet ⬜
    The way ({ $source }):
    1. Register the union in Behinyab itself, under “membership in Behinyab”, and get a user name.
    2. Write the user name here; we prepare the text of the official letter.
    3. Have the letter registered by the union's secretariat and write its number and date here.
    From then on you see which office has the request, and since when. We never ask for the Behinyab password.
button-access-begin = Write the user name
button-access-anew = New request

access-name =
    Write the union's user name in Behinyab.
    It goes into the official letter so that the statistics office can open the access. Do not write the password; it is your signature.
    Example: <code>kafashan.rey</code>
access-label-name = User name
access-name-echo =
    The union's user name in Behinyab:
    { $value }
    Is that right? Capital and small letters matter.
access-done-name =
    The user name is recorded:
    { $name }
    Now take the ready letter, have it registered by the secretariat, and then write its number and date here.
problem-user-name-empty = Your message held no text. Write the Behinyab user name in Latin letters; example: <code>kafashan.rey</code>
problem-user-name-password = What you sent looks like a password and was not kept. Write the user name only; example: <code>kafashan.rey</code>
problem-user-name-national = This is a national id. The Behinyab user name is wanted here; find it on Behinyab's sign-in page. Example: <code>kafashan.rey</code>
problem-user-name-phone = This is a mobile number. The Behinyab user name is wanted here; find it on Behinyab's sign-in page. Example: <code>kafashan.rey</code>
problem-user-name-legal = This is a company's legal id. The Behinyab user name is wanted here; example: <code>kafashan.rey</code>
problem-user-name-spaces = You sent several words; a user name is one unbroken word. Write that alone; example: <code>kafashan.rey</code>
problem-user-name-character = Your text holds the sign “{ $got }”; a Behinyab user name holds Latin letters, digits, dots and dashes only. Example: <code>kafashan.rey</code>
problem-user-name-length = Your text has { $got } characters; a user name has { $least } to { $most }. Please write it again; example: <code>kafashan.rey</code>

## The ready letter

access-paper-draft = “Draft; without administrative value until registered by a secretariat”
access-paper-to = To: the Industry, Mine and Trade office of { $county }
access-paper-from = From: { $union }
access-paper-subject = Subject: the union's access to Behinyab
access-paper-greeting = With greetings;
access-paper-body = On the basis of { $source }, this union has registered under “membership in Behinyab”. Please pass the user name below through the Industry, Mine and Trade organisation of { $province } to the Statistics and Data Processing Office, so that access is opened.
access-paper-name = User name: { $name }
access-paper-no-password = The password stays with the union and is not part of this letter.
access-paper-closing = Number and date: on registration by the secretariat
access-paper-sign = Signature and seal of the union
access-paper-then = Once the letter is registered, write its number and date with the button below.
access-paper-file = The ready letter is in this file; before you send it, have it registered and signed at the union.
button-access-text = Ready letter
button-access-file = Letter as a file
button-access-number = Number and date
button-access-rename = Change user name
button-access-withdraw = Withdraw request

## Number and date of the real letter

access-label-number = Letter number
access-label-date = Letter date
access-letter-union-number =
    Write the number of the letter that the union sent to the county office.
    It stands at the top of the letter and shows that the secretariat has registered it.
    Example: 60/227210
access-letter-union-date =
    Write the letter's date in the Jalali calendar.
    It is the one at the top of the letter.
    Example: 1405/08/12
access-letter-county-number =
    Write the number of the office's letter to the provincial organisation.
    Its place in the organisation's queue counts from this moment on.
    Example: 60/227210
access-letter-county-date =
    Write the date of the office's letter in the Jalali calendar.
    It is not before that of the union's letter.
    Example: 1405/08/12
access-letter-province-number =
    Write the number of the organisation's letter to the Statistics and Data Processing Office.
    Each county letter goes by itself.
    Example: 60/227210
access-letter-province-date =
    Write the date of the organisation's letter in the Jalali calendar.
    It is not before that of the county's letter.
    Example: 1405/08/12
access-number-or-date = “{ $number }” looks like a date. Is this the number of the letter?
access-number-so = Yes, that is it
access-send-union = The union's letter to the county office; look once before it goes:
access-send-county = The office's letter to the provincial organisation, about { $n } union(s); look once before it goes:
access-send-province = The organisation's letter to the statistics office; look once before it goes:
access-send-again = The organisation's renewed letter to the statistics office; look once before it goes:
button-access-send = Record and send
access-label-unions = Unions
access-gather =
    One letter may name several unions. This one names { $n }.
    Tap each one that is not in this letter, to leave it out; do not wait for others.
access-taken-in = { $union } ✅
access-left-out = { $union } ⬜
button-access-these = These, go on
button-access-gather = Letter to province
access-letter = { $number } of { $dated }

access-done-union =
    Letter { $letter } is recorded. The request is now with the office of { $holder } ⏳
    We tell you here whenever it moves.
access-done-county =
    Letter { $letter } about { $unions } union(s) is recorded and in the queue of the organisation of { $holder } ⏳
    We tell the union.
access-done-province =
    Letter { $letter } about { $unions } union(s) is recorded. The request is now with { $holder } ⏳
    We tell the union.
access-done-again = Letter { $letter } is recorded. The request is with { $holder } again ⏳
access-done-activate =
    The opened access is recorded ✅
    We ask { $holder } whether it works.
access-done-confirm =
    The union's access is open and works ✅
    From now on confirm statistics and registrations of units in Behinyab too.
access-done-trouble =
    The trouble is recorded ⚠️
    The Behinyab liaison of the organisation of { $holder } looks after it. Once it is mended, tap “It works” here.
access-done-withdraw = The request is withdrawn. You may write a new one at any time.
access-done-return =
    The request went back ↩️ and is now with { $holder }.
    Reason: { $reason }.
    We tell them; once it is mended, they send it again.
access-done-stamp = The secretariat's registration of this letter is recorded ✅
button-access-track = See the request

problem-access-running = A request of this union is on its way already; a second one is not needed. You see below where it lies.
problem-access-not-now = Where the request lies now, this cannot be done; nothing was recorded. You see below how it stands.
problem-access-gone = There is no such request or letter. Please open “Behinyab access” again.
problem-access-moved = A colleague has done this already: { $act }, { $at }. Nothing is left to do.
problem-access-moved-by = This is done already: { $act }, { $by }, { $at }. Nothing is left to do.
problem-access-moved-by-you = You have done this already: { $act }, { $at }. Nothing is left to do.
problem-access-not-first =
    It is not this letter's turn yet. Letter { $number } of { $dated } from { $office } was received earlier ({ $days } days ago) and has neither left nor gone back.
    Send that one first, or return it with a reason.
problem-access-letter-taken = A letter of number { $number } and date { $dated } is registered for this office already. Write the number of the new letter; example: 60/227210
problem-access-letter-before = { $got } is before the date of the letter before it ({ $previous }). Please write the date again; example: { $previous }
problem-access-note-missing = The reason “other” wants a note, up to { $most } characters. Write shortly what is to be mended; example: the attachment is missing.
problem-access-nothing-chosen = No request lies with this office that could be sent. If one has just come, open “Behinyab access” again.
problem-access-attachments = The number of attachments is written in digits, from 0 to { $most }. Example: 2

## The tracker

access-card = Behinyab access · { $union }
access-step = Step { $n }: { $place } { $mark }
access-step-letter = letter { $letter }
access-place-union = { $office }
access-place-county = County office of { $office }
access-place-province = Organisation of { $office }
access-place-statistics = { $office }
access-place-active = Access and the union's word
step-mark-done = ✅
step-mark-now = ⏳
step-mark-back = ↩️
step-mark-trouble = ⚠️
step-mark-ahead = ⬜
access-now-union = It is the turn of { $holder }: register the letter and write its number and date ({ $waited }, { $since }).
access-now-county = It is with the county office of { $holder } ({ $waited }, { $since }).
access-now-province = It is with the organisation of { $holder } ({ $waited }, { $since }).
access-now-statistics = It is with { $holder } ({ $waited }, { $since }).
access-now-active = The statistics office has opened the access ({ $waited }, { $since }). { $holder } signs in to Behinyab once and says whether it works.
access-now-trouble = The access does not work ⚠️ The Behinyab liaison of { $holder } looks after it ({ $waited }, { $since }).
access-now-working = The access of { $holder } is open and works ✅ ({ $waited }, { $since })
access-now-withdrawn = { $holder } has withdrawn this request ({ $waited }, { $since }).
access-limit = Time: { $days } days.
access-overdue = The time was { $days } days and is over ⚠️
access-returned = Back from { $sender } ↩️ Reason: { $reason }.
access-note = Note: { $note }
access-user-name = User name: { $name }
access-nobody-union = Nobody in this union is secretary or approver yet ⚠️ The request stays there; the county office gives that role.
access-nobody-county = Nobody in this office is county officer yet ⚠️ The request stays with the office; the provincial organisation gives that role.
access-nobody-province = Nobody in this organisation is provincial officer yet ⚠️ The request stays with the organisation; the statistics office gives that role.
access-nobody-statistics = Nobody in the statistics office is statistics officer yet ⚠️ The request stays with the office; the operator gives that role.
access-nobody-active = Nobody in this union is secretary or approver yet ⚠️ The county office gives that role.
access-nobody-trouble = Nobody in this organisation is Behinyab liaison yet ⚠️ The provincial organisation gives that role.
access-stamped = Receiver's register: { $number }, { $on }
access-stamped-attachments = Receiver's register: { $number }, { $on } · attachments: { $attachments }
access-stamped-referral = Receiver's register: { $number }, { $on } · referred to: { $referral }
access-stamped-whole = Receiver's register: { $number }, { $on } · attachments: { $attachments } · referred to: { $referral }
button-access-activate = Access is open
button-access-works = It works
button-access-broken = It does not work
button-access-return = Return with reason
button-access-stamp = Register
button-access-history = History
button-access-letter = County letter
button-access-again = Send again
button-access-forward = To statistics office
button-access-first = First letter in turn
access-ask-activate =
    Has the access of { $union } been opened in Behinyab for this user name?
    { $name }
    Once recorded, we ask the union whether it works.
access-ask-withdraw =
    Withdraw the request of { $union }? Its user name:
    { $name }
    Its place is lost, and the next request begins anew.
button-access-sure-activate = Yes, it is open
button-access-sure-withdraw = Yes, withdraw

access-history = The request's history, latest first:
access-moved = { $at } · { $office }: { $act }
access-moved-letter = · letter { $letter }
access-moved-reason = ({ $reason })
access-act-open = wrote the user name
access-act-rename = changed the user name
access-act-send = registered the letter and sent it
access-act-forward = passed it on
access-act-return = returned it
access-act-activate = opened the access
access-act-confirm = confirmed that it works
access-act-trouble = reported trouble
access-act-withdraw = withdrew the request

## Desks

access-desk =
    Requests for access with { $office }
    Waiting for you: { $here } · oldest: { $oldest } · all on their way: { $running }
access-desk-empty =
    Requests for access with { $office }
    Nothing waits for you now ✅ All on their way: { $running }
access-overview =
    Requests for access within { $office }
    On their way: { $running } · in trouble: { $trouble }
access-overview-empty =
    Requests for access within { $office }
    No union has asked yet ⬜
access-list-held = Requests that wait for you, oldest first:
access-list-back = Returned by the statistics office; to be sent again once mended:
access-list-all = All requests, latest first:
access-list-empty = This list is empty now ✅
access-line = { $union } · { $stage } · { $waited } { $mark }
access-short-union = with the union
access-short-county = with the county
access-short-province = with the province
access-short-statistics = with the statistics office
access-short-active = waits for the union's word
access-short-trouble = trouble
access-short-working = open
access-short-withdrawn = withdrawn
access-sign-overdue = ⚠️
access-sign-returned = ↩️
access-sign-done = ✅
access-sign-none = { "" }
button-access-all = All requests
button-access-back = Returned ({ $n })
access-queue = The counties' letters in the order of receipt; each goes by itself, without waiting for others ({ $source }):
access-queued = { $receipt }. Letter { $number } from { $office } · { $unions } union(s) · { $waited } { $mark }
access-queue-item = { $number } · { $office }
access-letter-of = Letter { $letter } from the county office of { $office }
access-letter-waits = Receipt number: { $receipt } · waiting { $waited }.
access-letter-passed = This letter has been passed on to the statistics office ✅
access-letter-returned = All requests of this letter went back or were withdrawn ↩️
access-letter-names = User name of { $union }: { $name }
access-letter-behind = { $ahead } letter(s) go before this one; the first: { $first }.
access-goes-first =
    It is not this letter's turn yet. Letter { $first } from { $office } was received earlier and has neither left nor gone back.
    { $source } asks for the order of receipt; send that one first, or return it with a reason.

## Back one step, and the stamp

return-code-letter-missing = the letter has not come
return-code-letter-differs = number or date differs
return-code-user-name-wrong = user name not found
return-code-unsigned = unsigned or incomplete
return-code-wrong-office = not for this office
return-code-other = another reason
return-label-code-one = Reason
access-label-which = Union
access-return-heading = Return of the request for access: { $what }
access-return-which = Which union goes back? What stays keeps its turn.
access-return-all = All unions
access-return-code = Why does it go back? The request goes back one step and comes again once it is mended.
access-return-note = If a note is needed, write it shortly (up to { $most } characters). Example: the third letter of the user name cannot be read.
access-return-note-wanted = The reason “other” wants a note; write it shortly (up to { $most } characters). Example: the letter names another union.
button-access-return-now = Return it
access-label-attachments = Attachments
access-label-referral = Referral
access-stamp-label-number = Register number
access-stamp-label-date = Register date
access-stamp-heading = Registration of letter { $number }; look once before it is recorded:
access-stamp-number =
    Under which number did your secretariat register this letter?
    It is the number on the stamp of entry.
    Example: 7401
access-stamp-date =
    Write the date of registration in the Jalali calendar.
    It is not before the letter's own date.
    Example: 1405/08/14
access-stamp-attachments =
    How many attachments has the letter?
    Skip this when it does not say.
    Example: 2
access-stamp-referral =
    To whom was the letter referred?
    Write the name of the department, not of a person.
    Example: industry

## Notices

button-notice-access = See the request
notice-access-arrived =
    Letter { $number } of { $dated } from { $sender } has come to { $office } ⏳
    It asks for Behinyab access for { $unions } union(s).
notice-access-moved = The request for access of { $union } went one step on and is now with { $office } ⏳
notice-access-returned =
    From { $sender }: the request for access of { $union } went back ↩️
    Reason: { $reason }.
notice-access-yours = It is now with you ({ $office }); send it again once it is mended.
notice-access-theirs = It is now with { $office } and is sent again from there.
notice-access-active =
    The statistics office has opened Behinyab access for { $union }.
    Please sign in to Behinyab once and say whether it works.
notice-access-trouble = The Behinyab access of { $union } was opened and does not work ⚠️ The union waits for the Behinyab liaison.
notice-access-reminder =
    Requests for access with { $office } are beyond their time ⚠️
    Number: { $number } · time: { $days } days · oldest: { $oldest } days
notice-access-overdue =
    Requests for access within your reach have waited for more than twice their time ⚠️
    Number: { $number } · time: { $days } days · oldest: { $oldest } days, with { $office }
