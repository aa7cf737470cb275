# The commission tracker: from the supervision commission through the chamber to the unions, in writing.

button-commissions = Commissions
button-commission-session = Record a session
button-commission-mend = Mend last session
button-commission-letter = Chamber's letter
button-commission-letter-mend = Mend the letter
button-commission-unions = Unions
button-commission-all = All by this letter
button-commission-all-yes = Yes, record all
button-record-session = Record the session
button-record-letter = Record the letter
button-record-union = Record it
button-same-letter = The chamber's letter
button-letter-number-sure = This is the number

lack-session = session of the commission ⬜
lack-postponed = another session; it was put off ↩️
lack-letter = the chamber's letter ⏳
lack-unions = telling the unions ⏳
lack-nothing = complete ✅
session-result-put-forward = put forward
session-result-decided = decided to inform
session-result-postponed = put off
session-result-other = another result

commission-country = Supervision commissions · the country
commission-board = Supervision commissions · { $office }
commission-why = The circular is put before each county's supervision commission with priority and urgency, and reaches the unions through the chamber in writing ({ $source }).
commission-counts =
    Counties by the step that is left:
    { $counts }
commission-counted = { $lack }: { $n }
commission-no-counties = No county is in the list yet ⬜
commission-waits = { $lack } · { $days } days
commission-line = { $office }: { $state }
commission-province = { $office }: { $done } of { $counties } counties complete

commission-card = Supervision commission · { $office }
commission-state = Step left: { $state }
commission-session = Session of { $held } · minute { $minute } · { $result }
commission-session-words = Session of { $held } · minute { $minute } · { $result }: { $words }
commission-session-none = Session: not recorded yet ⬜
commission-letter = The chamber's letter: { $number }, { $dated }
commission-letter-none = The chamber's letter: not recorded yet ⬜
commission-unions = Unions told: { $informed } of { $unions }
commission-unions-heading = Unions of { $office }, those not told first:
commission-union-waits = { $union }: not told in writing yet ⬜
commission-union-told = { $union }: { $on }, letter { $number } ✅
commission-letter-first = The chamber's letter is recorded first, then the unions.
commission-all-sure = Were all unions that are left ({ $n }) told by letter { $number } on { $dated }?
commission-all-recorded = Unions recorded as told: { $n } ✅

## Recording a session

commission-session-above = Session of the supervision commission of { $office }
commission-session-summary = Session of the supervision commission of { $office }; please look before it is recorded:
commission-field-held = Day of the session
commission-field-minute = Number of the minute
commission-field-result = Result
commission-field-words = Remark
commission-ask-held =
    On which day was the session held?
    The day that stands in the minute. Example: 1405/08/20
commission-ask-minute =
    Please write the number of the minute.
    As it stands on the minute; a number comes once in a county. Example: 1405/17
commission-ask-result = What was the result?
commission-ask-words =
    Is there anything to add?
    One or two sentences are enough.
commission-ask-words-wanted =
    Please write the result in one or two sentences.
    The province and the ministry see this. Example: It was given to the working group for production.
recorded-commission-session = The session is recorded ✅

## The chamber's letter

commission-letter-above = Letter of the chamber of { $office } to the unions
commission-letter-summary = Letter of the chamber of { $office }; please look before it is recorded:
commission-field-letter-number = Number of the letter
commission-field-letter-day = Date of the letter
commission-ask-letter-number =
    Please write the number of the chamber's letter to the unions.
    As it stands on the letter. Example: 60/227210
commission-ask-letter-day =
    What is the date of the letter?
    The day that stands on it. Example: 1405/08/25
letter-number-like-date = { $number } looks like a date. Is this the number of the letter?
recorded-chamber-letter = The chamber's letter is recorded ✅ Now record which unions were told.

## One union

commission-union-above = Telling { $union }
commission-union-summary = Telling { $union }; please look before it is recorded:
commission-ask-union-number =
    By which letter was it told?
    If there is a letter of its own, please write its number. Example: 60/227210
commission-ask-union-day =
    On which day was it told?
    If it is the day of the chamber's letter, tap the button. Example: 1405/08/27
recorded-informed-union = Telling the union is recorded ✅

problem-minute-twice = Minute { $number } is recorded for this county already (session of { $held }). Please write the number again from the minute, or mend that session.
problem-commission-no-session = No session that took the circular up is recorded yet. The session comes first, then the chamber's letter.
problem-letter-before-session = The letter's date ({ $got }) lies before the session ({ $least }). Please write the date from the letter, or mend the session.
problem-commission-no-letter = The chamber's letter is not recorded yet. It comes first, then the unions.
problem-session-after-letter = The day of the session ({ $got }) lies after the chamber's letter ({ $most }). Please write the day from the minute, or mend the letter.
problem-result-words-missing = “Another result” needs one or two sentences. Please write them. Example: Handed to the working group on production.
problem-union-not-of-county = This union is not in this county. Please choose one from the county's own list.
problem-session-not-of-county = This session is not recorded in this county. Please look at how it stands now.
problem-unions-all-informed = All unions of this county were told ✅ Nothing is needed.
