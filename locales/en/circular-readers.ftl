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
