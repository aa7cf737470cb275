# Passing a circular on from level to level, its question, and who has not read it.

## After reading

circular-question = A short question about this circular: { $text }
circular-option = { $n }. { $text }
button-circular-option = Option { $n }
circular-answer-right = Your answer is right ✅ "{ $right }"
circular-answer-other =
    Your answer is recorded: "{ $answer }"
    The right answer is: "{ $right }"
circular-answer-clause = Clause { $n } of the circular: "{ $text }"
circular-waits =
    Below { $office } { $n } recipients wait until this circular is passed on: { $levels }
    One button passes it on to all of them.
circular-waits-choose = To pass it on, choose the office:
circular-waiting-level = { $level } { $n }
button-pass-on = Pass on to all

## Passing on

button-passing = Pass circulars on
passing = Circulars that wait until { $office } passes them on:
passing-nothing = All circulars that reached { $office } are passed on; nothing needs to be done.
passing-line =
    Circular { $number } of { $issuer }: { $subject }
    Waiting: { $n } recipients ({ $levels })
passing-line-urgent =
    Urgent circular { $number } of { $issuer }: { $subject } ⚠️
    Waiting: { $n } recipients ({ $levels })
button-passing-on = Pass on { $number }
button-passing-read = Read the text
passing-branches = Circulars that reached your office and those below it:
passing-branch = { $number }: { $subject }
button-passing-branch = State of { $number }
circular-passed =
    Circular { $number } was passed on to { $n } recipients below { $office } ✅
    Subject: { $subject }
    Time: { $at }
circular-passed-before =
    { $by } of { $office } has passed this circular on to { $n } recipients before; nothing needs to be done.
    Circular { $number }, subject: { $subject }
    Time: { $at }
circular-passed-itself =
    This circular went on by itself to { $n } recipients below { $office }; nothing needs to be done.
    Circular { $number }, subject: { $subject }
    Time: { $at }
circular-letter = Covering letter: { $number }, { $dated }
button-passing-letter = Note the letter
button-passing-mend = Mend the letter
button-passing-note = Note it
button-circular-branch = State below
button-branch = State below
passing-ask-number =
    What is the number of your office's covering letter?
    Letter 60/227210 (paragraph 6) asks for passing on in writing; the number is the one on the letter. Example: 45/1208
passing-ask-day =
    What is the date of this letter?
    The day that stands on the letter. Example: 1405/09/01
passing-field-number = number of the letter
passing-field-day = date of the letter
passing-letter-summary = Covering letter of { $office }; look at it before it is noted:
passing-letter-noted = The covering letter is noted ✅

## The tree

branch =
    Circular { $number }: { $state }
    Subject: { $subject }
branch-country = The whole country
branch-office = { $office }: { $marks }
branch-told = Received: { $at }
branch-opened = Opened in “Circulars”: { $at }
branch-acknowledged = Acknowledged: { $at }
branch-passed = Passed on to { $n } recipients: { $at }
branch-passed-itself = Went on by itself to { $n } recipients: { $at }
branch-waits = { $n } recipients still wait until this office passes it on ⏳
branch-held = { $n } recipients in all wait until offices pass it on ⏳
branch-given-up = What was not passed on is closed; nobody waits any more.
branch-below = Offices below ({ $n }), the longest waiting first:
branch-nothing-below = Nothing below is among the recipients.
branch-line = { $office }: { $marks }
branch-units = Units: { $n } · told: { $told } · read: { $read }
branch-offices = Offices further below: { $n } · told: { $told } · read: { $read }
branch-offices-held = Offices further below: { $n } · told: { $told } · read: { $read } · recipients waiting: { $held }
branch-mark-nobody = nobody here is a recipient
branch-mark-beside = no recipient in the office; the chamber or the commission passes it on
branch-mark-not-told = not reached yet ⬜
branch-mark-read = read ✅
branch-mark-not-read = not read ⏳
branch-mark-passed = passed on ✅
branch-mark-not-passed = not passed on ⏳
branch-since-days = waited for { $n } days
branch-since-hours = waited for { $n } hours
branch-since-now = waited for less than an hour
button-branch-remind = Remind
button-branch-give-up = Close what is left
button-give-up-yes = Yes, close it
branch-reminded = A reminder goes to { $n } people who have not read it ✅
branch-reminded-offices = A reminder goes to { $n } people who have not read it and { $offices } offices that have not passed it on ✅
branch-give-up-sure =
    Closing what was not passed on of circular { $number }: { $n } recipients whose office has not passed it on will not get it and count as withdrawn.
    You may send a reminder instead. Close it?
branch-gave-up = What was not passed on is closed: { $n } recipients ✅

## Reminders

notice-circular-reminder =
    A reminder: circular { $number } of { $issuer } has not been acknowledged yet ⏳
    Subject: { $subject }
    When you have read it, tap “I have read it”.
notice-circular-reminder-urgent =
    A reminder: urgent circular { $number } of { $issuer } has not been acknowledged yet ⚠️
    Subject: { $subject }
    When you have read it, tap “I have read it”.
notice-circular-waits =
    A reminder: circular { $number } of { $issuer } waits in { $office } to be passed on ⏳
    Subject: { $subject }
    Waiting: { $n } recipients
notice-circular-late =
    Urgent circular { $number } has not been read or passed on after { $hours } hours in { $n } offices below yours ⚠️
    { $names }
    Subject: { $subject }
notice-circular-late-more = { $names } and { $n } other offices
notice-circular-late-units =
    { $n } of your member units have not read urgent circular { $number } after { $hours } hours ⚠️
    Subject: { $subject }
button-notice-read = Read the circular
button-notice-branch = State below

## Refusals

problem-circular-taken-back = This circular was withdrawn and does not apply any more; nothing needs to be done. Its text and what replaces it are among the circulars.
problem-circular-nobody-left = Everybody whom this circular reached has acknowledged it; no reminder is needed.
problem-circular-reminded-lately = A reminder of this circular went out on { $at }; at least { $days } days lie between two reminders. Try again after that.
problem-circular-nobody-waits = Nobody waits for your office to pass this circular on; nothing needs to be done.
problem-circular-not-told = This circular has not reached your office yet. Once it has, you will see the button here.
problem-circular-not-passed = Your office has not passed this circular on yet. Pass it on first; its covering letter comes after that.
problem-circular-nothing-held-back = Nobody waits for this circular to be passed on; there is nothing to close.
problem-circular-no-question = This circular asks no such question. Go on from the main menu.
problem-circular-question-options = The question has { $got } options; { $least } to { $most } are wanted. Write each on a line of its own.
problem-circular-question-right = { $got } options of this question are marked as right; exactly one must be.
problem-circular-question-twice = The option "{ $text }" occurs twice. Write options that differ.
problem-circular-question-clause = This circular has no clause { $got }; its last one is { $most }. Write the clause's number as in the text.
