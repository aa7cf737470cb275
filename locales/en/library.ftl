# The library: circulars and letters, found and read.

library =
    Circulars and letters, the newest first.
    To read one, tap the button that bears its number. To find one, write its number, a date or some words.
library-older = Earlier circulars and letters:
library-circular = Circular { $number }
library-letter = Letter { $number }
library-line =
    { $n }. { $named } · { $date }
    { $office }: { $subject }
library-line-withdrawn =
    { $n }. { $named } · { $date } · withdrawn ⚠️
    { $office }: { $subject }
library-search =
    Search the circulars: write and send a number, a date or some words of the text.
    A number: 60/227210
    A date: 1398/08/26 or Aban 1398 or 1398
    Words: need verification
library-found = Found for “{ $typed }”, the newest first:
library-found-older = Earlier ones found for “{ $typed }”:
library-again = To search for something else, write again.
library-nothing =
    Nothing was found for “{ $typed }”.
    Write fewer or shorter words, only the last digits of the number, or look by month and year, for example Aban 1398
library-no-words = There was no word and no digit in your message; nothing was searched.
library-not-text = A search needs text, not { $came }; nothing was kept. Write a number, a date or some words.
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
library-attachment = Attachment of circular { $number } · { $date }
library-attachment-gone = The attachment of this circular is not available. Ask the issuing office for it; its text is read here.
library-guide-missing = The guide of 21 pages that this letter attaches has not been given to Behinyar yet; ask the provincial organisation for it.
library-uses = On letter { $number } · { $date } rests here:
library-use = { $part }: { $use }
library-use-l1-preamble = the page “Use of statistics” and its four uses
library-use-l1-paragraph-1 = registering a unit, and each province's term for it
library-use-l1-paragraph-2 = the union's three checks before a unit is confirmed, and that only confirmed units meet the conditions
library-use-l1-paragraph-3 = a union's request for access to Behinyab, and its turn
library-use-l1-paragraph-4 = “I am in trouble”, and the answer of the province's liaison
library-use-l1-paragraph-5 = recording each month, the union's monthly confirmation with its basis, and the list of members
library-use-l1-paragraph-6 = circulars, passing them on from level to level, and the sessions of the supervision commissions
library-use-l2-first-part = the state for order registration by statistics alone, and the report “I was asked for documents”
library-use-l2-second-part = licences seen in the state for order registration without a copy
library-use-l3-body = passing circulars on from the chamber of guilds to the units
library-use-l4-body = passing circulars on from the provincial organisation to the chamber and the county offices
library-use-l4-footer = the word “draft” on letters that Behinyar prepares

button-library-search = Search
button-library-all = All circulars
button-library-open = { $n }. { $number }
button-library-changes = What changes?
button-library-attachment = Take the attachment
button-library-uses = What rests on it
button-library-other = Circular { $number }

## What a circular changes

rule-value-none = no grace date
change-line = { $n }. { $rule }: from “{ $old }” to “{ $new }”, from { $from } on
change-line-clause = { $n }. { $rule }: from “{ $old }” to “{ $new }”, from { $from } on (clause { $clause })
change-scope-country = the whole country
change-scope = Territory: { $scope }
change-reach = Territory: { $scope }, with { $units } units. The present value is from: { $source }
change-nearer = These offices have a setting of their own, which stays: { $offices }
change-nearer-more = These offices have a setting of their own, which stays: { $offices } and { $left } more
change-concern-yours = It holds for you at “{ $place }” ✅
change-concern-otherwise = Nothing changes at “{ $place }”: “{ $value }” holds there ({ $source }).
change-concern-elsewhere = Nothing changes for you: your unit or office lies outside that territory.
change-concern-others = Nothing changes for you: this rule is not about the work of your unit or role.
change-concern-taken-back = This change never began: the circular was withdrawn before that day ⚠️

## Rules that a draft changes

circular-card-rules = Rules that it changes: { $n }
circular-release-rules = The release changes { $n } rules in your name; look at “Rules” before ⚠️
circular-rules = Circular { $number } changes these rules with its release:
circular-rules-none = Circular { $number } changes no rule. If need be, add one; it holds with the release and is recorded in the releaser's name.
circular-rules-not-yours = Your role sets no rules for this territory; somebody who may has to release it.
circular-rule-in = The rule was added to the draft ✅
circular-rule-gone = The rule was taken out of the draft.
circular-rule-check = The rule that the circular changes:
circular-rule-clause = Clause { $n }
circular-rule-whole = The circular as a whole
circular-ask-rule = Which rule does this circular change? Pick one.
circular-ask-value-number =
    What is the new value of “{ $rule }”? At present: { $old }
    Write the number in digits. Example: 15
circular-ask-value-yes-no = What should “{ $rule }” be from now on? At present: { $old }
circular-ask-value-date =
    Until which day should “{ $rule }” be? At present: { $old }
    Write year, month and day. Example: 1406/01/25
circular-ask-value-days =
    Which days should “{ $rule }” be? At present: { $old }
    Write the days with commas. Example: 1, 5, 8
circular-ask-begins =
    From which day on does this rule hold? Write the day of release or a later one, so that nobody is bound before being told.
    Example: 1405/10/01
circular-ask-rule-clause = Which clause of the circular says so? Verdicts and deadlines will cite that clause.
circular-field-rule = Rule
circular-field-value = New value
circular-field-begins = From the day
circular-field-rule-clause = Clause
button-circular-rules = Rules
button-circular-rule = Add a rule
button-circular-rule-off = Take out rule { $n }
button-circular-rule-put = Add to the circular

## Refusals: rules that a circular changes

problem-circular-may-not-change-rules = Your role ({ $own }) sets no rules for the territory of this office; nothing was recorded. Send the circular without a change of rules, or ask the provincial organisation or the statistics office to release it.
problem-circular-too-many-changes = This circular changes { $got } rules; one changes at most { $most }. Write the others in another circular.
problem-circular-change-too-early = The change of “{ $rule }” is written from { $from } on; nobody is told before { $first }. Write { $first } or a later day.
problem-circular-change-clause = The change names clause { $got }; this circular has { $most }. Write the number of the clause again.
problem-circular-change-twice = The rule “{ $rule }” is written twice for { $from }. Take one away or give it another day.
