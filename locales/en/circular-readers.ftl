# Who has read a circular, how its question was answered, and whether the figures make up the plan.

## Readers

circular-figure-early = Read in the library before it came: { $n }
circular-column-early = read before it came { $n }
circular-statement-early = { $n } have read the circular in the library before the message came; they are not among those who were sent it and stand in another column.
branch-mark-read-early = read before it came ✅
branch-units-early = Read in the library before it came: { $n } units
statement-column-read-early = Read before it came
statement-hint-read-early = The message did not come, or nobody knows whether it did, but they read the circular in the library and tapped the button. Part of the other columns, not added to them.
branch-reminded-offices-alone = { $offices } offices that have not passed it on are reminded ✅

## The question

button-circular-answers = Answers
circular-answers = Answers to the question of circular { $number }: “{ $text }”
circular-answers-none = Nobody has answered the question of this circular yet.
circular-answers-sum = Answered: { $n } · right: { $right } ({ $percent } per cent)
circular-answers-option = { $n }. { $text }: { $said }
circular-answers-right = { $n }. { $text } ✅ { $said }
circular-answers-people = { $n } people
circular-answers-percent = { $n } per cent
circular-answers-rests = clause { $n }
statement-answers = Answers
statement-answers-question = Question
statement-answers-option = Option
statement-answers-clause = Clause
statement-answers-clause-text = Text of the clause
statement-answers-right = Right answer
statement-answers-number = Answers
statement-answers-percent = Per cent
statement-answers-yes = yes
statement-answers-no = no

## Figures that do not make up the plan

circular-statement-unbalanced = This statement does not balance ⚠️ There are { $planned } recipients and the lines show { $found }. The operator of Behinyar knows; do not rely on these figures until it is settled.
notice-circular-ended-unbalanced =
    Sending of circular { $number } has ended, but the figures do not make up the number of recipients ⚠️
    Recipients in all: { $planned } · in the figures: { $found }
    Sent: { $sent } · out of reach: { $parked } · declined by the messenger: { $refused } · uncertain: { $uncertain } · withdrawn: { $withdrawn }
    The operator of Behinyar knows; do not rely on these figures until it is settled.
notice-token-unknown =
    The messenger { $messenger } does not know Behinyar’s bot ⚠️
    Until that is mended, nothing is sent on it and everything waits. Whoever has another messenger hears it there after ten minutes.
    Look at the bot’s token in the program’s settings, and start the program again.
notice-circular-unbalanced =
    The figures of circular { $number } do not balance ⚠️
    Recipients in all: { $planned } · in the closing statement: { $found }
    This must not be. Look at the closing statement and the log of the program, and find the cause before anybody relies on the figures.

## Offices that leave it lying

circular-lag-unread = { $office } (not read)
circular-lag-unreached = { $office } (reached nobody)
circular-lag-not-passed = { $office } (read, not passed on)
circular-lag-place = { $office }, province of { $province }

## In the place of an office

button-pass-in-place = Pass on in its place
button-pass-in-place-yes = Yes, pass it on
branch-in-place-sure =
    { $place } has not passed circular { $number } on in time. Recipients who wait: { $n }.
    Pass it on in its place? It is recorded in your office's name, and { $place } hears of it.
branch-passed-in-place = Passed on by { $office } in this office's place to { $n } recipients: { $at }
branch-mark-in-place = passed on in its place ✅
circular-passed-in-place =
    Circular { $number } was passed on in the place of { $place } to { $n } recipients ✅
    Subject: { $subject }
    By { $by } of { $office } · { $at }
circular-passed-before-in-place =
    { $by } of { $office } has passed this circular on to { $n } recipients in the place of { $place } before; nothing is left to do.
    Circular { $number }, subject: { $subject }
    At: { $at }
notice-circular-in-place =
    Circular { $number } was passed on to { $n } recipients by { $by } in the place of { $place }; nothing is left to do.
    Subject: { $subject }
circular-statement-of-in-place = { $name } · { $planned }: { $said } · passed on in the place of { $place }
circular-statement-in-place = To { $n } people the level above passed it on in the place of an office that had not done so in time.
statement-column-in-place = Passed on in the place of
statement-hint-in-place = The level above passed it on in the place of this office, which had not done so in time.
problem-circular-not-late = This office still has time: { $hours } hours from when the circular came, until { $at }. After that you may pass it on in its place; until then send a reminder.
