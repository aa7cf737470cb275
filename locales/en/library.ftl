# The library: circulars and letters, found and read.

library =
    Circulars and letters, the newest first.
    To read one, tap the button that bears its number.
library-older = Earlier circulars and letters:
library-circular = Circular { $number }
library-letter = Letter { $number }
library-line =
    { $n }. { $named } · { $date }
    { $office }: { $subject }
library-line-withdrawn =
    { $n }. { $named } · { $date } · withdrawn ⚠️
    { $office }: { $subject }
library-heading =
    Circular { $number } · { $date }
    From { $office }
    Subject: { $subject }
library-heading-urgent =
    Urgent circular { $number } · { $date } ⚠️
    From { $office }
    Subject: { $subject }
library-withdrawn = This circular was withdrawn and no longer holds ⚠️ Its text stays for you, since you received it.
library-withdrawn-text = This circular was withdrawn and its text is not shown ⚠️
library-corrected-by = Circular { $number } corrects it.
library-corrects = This circular corrects circular { $number }.
library-page = Page { $page } of { $pages }:
library-text = { $text }
library-acknowledged = You said on { $at } that you read it ✅
library-letter-heading =
    Letter { $number } · { $date }
    From { $sender } to { $receiver }
    Subject: { $subject }
    Each part, in Behinyar's words:
library-letter-part = { $part }: { $text }
library-changes = Circular { $number } changes:
library-changes-none = This circular changes no rule.

button-library-open = { $n }. { $number }
button-library-changes = What changes?
button-library-other = Circular { $number }

## What a circular changes

rule-value-none = no grace date
change-line = { $n }. { $rule }: from “{ $old }” to “{ $new }”, from { $from } on
change-line-clause = { $n }. { $rule }: from “{ $old }” to “{ $new }”, from { $from } on (clause { $clause })
change-scope-country = the whole country
change-scope = Territory: { $scope }
change-reach = Territory: { $scope }, with { $units } units. At present: { $source }
change-nearer = These offices have a setting of their own, which stays: { $offices }
change-nearer-more = These offices have a setting of their own, which stays: { $offices } and { $left } more
change-concern-yours = It holds for you at “{ $place }” ✅
change-concern-otherwise = Nothing changes at “{ $place }”: “{ $value }” holds there ({ $source }).
change-concern-elsewhere = Nothing changes for you: your unit or office lies outside that territory.
change-concern-others = Nothing changes for you: this rule is not about the work of your unit or role.
change-concern-taken-back = This change never began: the circular was withdrawn before that day ⚠️

## Refusals: rules that a circular changes

problem-circular-may-not-change-rules = Your role ({ $own }) sets no rules for the territory of this office; nothing was recorded. Send the circular without a change of rules, or ask the provincial organisation or the statistics office to release it.
problem-circular-too-many-changes = This circular changes { $got } rules; one changes at most { $most }. Write the others in another circular.
problem-circular-change-too-early = The change of “{ $rule }” is written from { $from } on; nobody is told before { $first }. Write { $first } or a later day.
problem-circular-change-clause = The change names clause { $got }; this circular has { $most }. Write the number of the clause again.
problem-circular-change-twice = The rule “{ $rule }” is written twice for { $from }. Take one away or give it another day.
