### Months, reviews and order registration: states, reasons, remarks, refusals, the verdict's sentences.

## States of a month

month-state-submitted = waiting ⏳
month-state-returned = returned for correction ↩️
month-state-confirmed = confirmed ✅
month-state-rejected = rejected
month-state-missing = not recorded ⬜
month-state-future = still to come
month-state-before-licence = before the licence

month-mark-submitted = { month-state-submitted }
month-mark-returned = { month-state-returned }
month-mark-confirmed = { month-state-confirmed }
month-mark-rejected = { month-state-rejected }
month-mark-missing = { month-state-missing }
month-mark-future = { month-state-future }
month-mark-before-licence = { month-state-before-licence }

## What asks for a reason, and the unit's reasons

reason-kind-over-capacity = over capacity
reason-kind-jump = a thousandfold difference
reason-kind-drop = under half of the usual
reason-kind-sold-over-stock = sold more than in stock
reason-kind-zero = zero production

reason-extra-shift = Extra shift
reason-new-machine = New machine
reason-big-order = Big order
reason-season = Season
reason-stopped-machine = Machine stopped
reason-no-material = No raw material
reason-no-order = No orders
reason-holiday = Holidays
reason-illness = Illness
reason-old-stock = Earlier stock
reason-other = Another reason

reason-code-extra-shift = { reason-extra-shift }
reason-code-new-machine = { reason-new-machine }
reason-code-big-order = { reason-big-order }
reason-code-season = { reason-season }
reason-code-stopped-machine = { reason-stopped-machine }
reason-code-no-material = { reason-no-material }
reason-code-no-order = { reason-no-order }
reason-code-holiday = { reason-holiday }
reason-code-illness = { reason-illness }
reason-code-old-stock = { reason-old-stock }
reason-code-other = { reason-other }

## The union's remarks and rejections

remark-differs-from-licence = Not as on licence
remark-licence-expired = Licence expired
remark-incomplete = Incomplete
remark-not-found = Not found in system
remark-wrong-place = Wrong place
remark-wrong-union = Another union's
remark-implausible = Far from the usual
remark-wrong-measure = Wrong measure
remark-over-capacity = Over capacity
remark-sold-over-stock = More than in stock
remark-differs-from-documents = Not as in documents
remark-other = Another reason

remark-code-differs-from-licence = { remark-differs-from-licence }
remark-code-licence-expired = { remark-licence-expired }
remark-code-incomplete = { remark-incomplete }
remark-code-not-found = { remark-not-found }
remark-code-wrong-place = { remark-wrong-place }
remark-code-wrong-union = { remark-wrong-union }
remark-code-implausible = { remark-implausible }
remark-code-wrong-measure = { remark-wrong-measure }
remark-code-over-capacity = { remark-over-capacity }
remark-code-sold-over-stock = { remark-sold-over-stock }
remark-code-differs-from-documents = { remark-differs-from-documents }
remark-code-other = { remark-other }

rejection-not-production = Not production
rejection-not-a-member = Not a member
rejection-claimed-by-other = Ownership not shown
rejection-unit-closed = Unit is closed
rejection-not-real = Not real production
rejection-other = Another reason

rejection-code-not-production = { rejection-not-production }
rejection-code-not-a-member = { rejection-not-a-member }
rejection-code-claimed-by-other = { rejection-claimed-by-other }
rejection-code-unit-closed = { rejection-unit-closed }
rejection-code-not-real = { rejection-not-real }
rejection-code-other = { rejection-other }

## The three checks, the basis, the outcome, warnings on a registration

check-licence-valid = Licence valid
check-place-matches = Place as on the licence
check-real-production = Real monthly production
check-state-unset = not checked ⬜
check-state-holds = holds ✅
check-state-doubt = in doubt ⚠️

basis-document-seen = Document seen
basis-visit = Visit
basis-history = The unit's history

outcome-approved = confirmed ✅
outcome-returned = returned for correction ↩️
outcome-rejected = rejected

unit-warning-licence-expired = By the date that was written, the licence has expired ⚠️
unit-warning-contested = Another unit has registered with the same licence; please settle this before confirming ⚠️
unit-warning-no-unique-licence-id = No unique licence id was written ⚠️
unit-warning-guild-id-length = The guild id does not have ten digits; please compare it with the licence ⚠️
unit-warning-usual-over-capacity = The usual monthly production is above the capacity ⚠️
unit-warning-owner-unproven = An office brought this unit by a list, and its owner has not proven the own number in Behinyar yet ⚠️

## Fields, as they are sent back and as they change

field-made = Quantity made
field-sold = Quantity sold
field-sold-value = Value of sales
field-employees = Employees
field-zero-reason = Reason for zero
field-over-capacity = Reason: capacity
field-jump = Reason: difference
field-drop = Reason: decrease
field-sold-over-stock = Reason: sales

month-field-made = { field-made }
month-field-sold = { field-sold }
month-field-sold-value = { field-sold-value }
month-field-employees = { field-employees }
month-field-zero-reason = { field-zero-reason }

field-person-kind = Kind of person
field-first-name = First name
field-last-name = Last name
field-company-name = Company's name
field-title = Name on the sign
field-national-id = National code
field-legal-id = Legal id
field-licence-number = Licence number
field-licence-issued = Licence issued on
field-licence-expires = Licence valid until
field-licensed-since = First licence issued on
field-guild-id = Guild id
field-union = Issuing union
field-trade-class = Trade class
field-postal-code = Postal code
field-address = Address
field-location = Place on the map
field-products = Products
field-business-id = Business id
field-tracking-code = Tracking code
field-unique-licence-id = Unique licence id
field-product-name = Product's name
field-product-measure = Product's measure
field-yearly-capacity = Yearly capacity
field-usual-monthly = Usual month

## Refusals: recording a month

problem-unit-not-confirmed = The registration of { $title } is not confirmed yet (state: { $state }). Monthly figures are taken once it is (letter 60/227210 of 1398/08/26, paragraph 2). We will tell you the result here.
problem-month-not-finished = { $month } cannot be recorded yet because it has not ended. You can record it from { $opens } on.
problem-month-before-licence = This unit's licence begins on { $issued }, so { $month } comes before it and wants no figures. The first month is { $first }; please choose from it on.
problem-month-under-review = { $month } has been with the union since { $since } and does not change until it is reviewed. We will tell you the result here.
problem-month-confirmed = { $month } was confirmed on { $at } ✅ Nothing is left to do. If a figure is not right, please tell the union.
problem-month-rejected = { $month } was rejected on { $at } and is not sent again. The month's sheet shows the reason; please ask the union if you have questions.
problem-month-stale = { $month } has changed since this form was opened, and nothing was recorded this time. Please open the month again; what you wrote is kept.
problem-month-unknown = This month is not among your recorded months. Please choose it from "My months".
problem-month-product-missing = Nothing is written for { $name } yet. If none was made in this month, please write zero.
problem-month-product-unknown = The unit's list of products has changed, and nothing was recorded this time. Please open the month again and look at each product's quantity.
problem-month-figure-outside = The number for { $field } ({ $name }) does not fit here. A quantity is zero or more, with up to twelve digits and three decimals; a value of sales has up to fifteen digits in rial. Example: 1250.5
problem-value-without-sale = A value of sales is written for { $name }, but the quantity sold is zero. Please write the quantity sold, or make the value zero.
problem-month-employees-outside = The number of employees is written as { $got }; it lies between { $least } and { $most }. Please write how many worked in this month, yourself included. Example: 6
problem-zero-with-quantity = This month came with zero production, but a quantity is written for { $name }. Please make it zero, or record the month with production.
problem-month-reason-missing = The quantity of { $name } wants a reason: { $kind }. If it is right, please choose the reason so that the union sees it too; if not, please correct the quantity.
problem-zero-reason-missing = No production is written for { $month }. A zero month is a full record and wants a reason; please choose one, such as "No orders".
problem-month-note-missing = "Another reason" wants a few words (up to { $most } characters). Example: "the workshop moved in the second half of the month"

## Refusals: the union's decisions

problem-review-not-yours = Your present role does not decide on this, and nothing was recorded. The role may have ended, or this belongs to another union; please open your inbox from the main menu.
problem-own-unit = This unit is your own, and nobody reviews the own unit. Somebody else will see it.
problem-conflict-of-interest = A conflict of interest is declared for this unit, so somebody else reviews it. If you declared it yourself and it is not right, please take it back under "Conflicts declared" in the inbox.
problem-in-place-too-early = This still lies with { $union } and nothing was recorded. If there is no answer until { $from }, you can decide in its place from that day on (rule "{ $rule }": { $days } days).
problem-in-place-closed = { $union } alone reviews this: the rule "{ $rule }" does not let you decide in its place. If the answer is late, please ask the union.
problem-already-decided = Your colleague has already reviewed this: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-by = Your colleague { $by } has already reviewed this: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-in-place = Your colleague { $by }, in the place of { $holder }, has already reviewed this: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-by-union = { $office } has reviewed this before you: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-by-county = The office of { $office } has reviewed this in the union's place: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-by-province = The provincial organisation of { $office } has reviewed this in the union's place: { $outcome }, { $at }. Nothing is left to do.
problem-already-decided-by-you = Your answer was recorded before: { $outcome }, { $at }. Nothing is left to do.
problem-review-stale = The unit has corrected this and sent it again since it was shown; nothing was recorded. Please look at it as it is now and decide again.
problem-checks-missing = A registration is confirmed when all three checks hold (letter 60/227210 of 1398/08/26, paragraph 2). Still open: { $checks }. Please look at them, or return the registration for correction.
problem-history-not-allowed = By the present setting, the unit's history alone is no basis of a confirmation. Please choose one of these: document seen, or visit.
problem-registration-contested = Another confirmed unit holds the same licence: { $title }, receipt { $receipt }. Until that is settled this registration is not confirmed; you may return or reject it.
problem-renewal-over = The renewed licence no longer ends after the present one, or has ended. Please return it, so that its last day is corrected.
problem-remark-missing = A return wants at least one field and its reason, so that the unit knows what to correct. Example: quantity sold, more than in stock.
problem-remark-does-not-fit = This reason does not fit the chosen field, and nothing was recorded. Please choose the field again and one of its own reasons.
problem-rejection-does-not-fit = A month is not rejected for this reason, and nothing was recorded. Please choose a reason from the list, such as "Not real production".
problem-review-note-missing = "Another reason" wants a few words (up to { $most } characters). Example: "the licence number is not in the union's book"
## Refusals: conflicts of interest

problem-conflict-not-yours = This declaration cannot be seen or lifted in your present role, or it was lifted before. The list of conflicts of interest shows what holds.
problem-conflict-no-such-approver = Whoever was chosen does not review your unit now; nothing was recorded. Please choose from the list again if you need to.
problem-conflict-lifted = The office of { $office } looked at this on { $at } and lifted it; it is not recorded again. If something new has happened, please speak with that office.

## Refusals: the expert's look-up

problem-look-up-not-yours = Your present role does not look units up. It may have ended; please open the main menu.
problem-look-up-not-an-id = No id could be read from this. Please write one of the unit's ids or its receipt code. Example: a national code of ten digits
problem-look-up-no-such-unit = There is no such unit in your province. Please read the id again from the file and write it anew.

## The verdict for order registration

eligibility-outcome-met = By the figures recorded in Behinyar, the conditions of need verification are met ✅
eligibility-outcome-not-yet = The figures recorded in Behinyar are not yet enough for need verification.
eligibility-outcome-nothing-recorded = Nothing of this unit is recorded in Behinyar yet ⬜
eligibility-outcome-licence-expired = By the recorded date, the guild licence has expired ⚠️
eligibility-outcome-unit-not-confirmed = This unit's registration is not confirmed yet ⏳

verdict-reason-statistics-alone = The review rests on production statistics alone
verdict-reason-enough-months = Of the last { $window } months { $counted } count; { $needed } are needed
verdict-reason-few-months = Of the last { $window } months { $counted } count; { $needed } are needed
verdict-reason-no-months = Of the last { $window } months none counts; { $needed } are needed
verdict-reason-window = The last { $window } months are looked at
verdict-reason-waiting-counted = Months waiting for confirmation: { $waiting }; they count in this result
verdict-reason-waiting-not-counted = Months waiting for confirmation: { $waiting }; they do not count in this result
verdict-reason-licence-valid = The guild licence is valid until { $expires }
verdict-reason-licence-expired = The guild licence ended on { $expires }
verdict-reason-renewal-waits = A renewed licence waits for the union since { $since }; until then the earlier dates count
verdict-reason-unit-not-confirmed = The registration must be confirmed; now: { $state }
verdict-reason-no-documents = For this review there is no need of production documents or of a letter of the union

remedy-register-anew = Send a new registration; the earlier one was rejected.
remedy-correct-registration = Correct the registration and send it again, so that the union confirms it.
remedy-confirm-registration = The union confirms the registration.
remedy-renew-licence = Renew the guild licence and send the new date with “Licence renewed”, so that the union confirms it.
remedy-confirm-licence = The union confirms the renewed licence (in the queue since { $since }).
remedy-correct-licence = Correct what came back of the renewed licence and send it again, so that the union confirms it.
remedy-confirm-months = The union confirms { $months } (in the queue since { $since }).
remedy-correct-months = Correct { $months }, which came back, and send it again.
remedy-record-months = Record { $months } as soon as possible.
remedy-record-months-until = Record { $months }; the newest month is on time until { $until }.
remedy-record-coming-months = Record { $months }, each after it has ended.
remedy-ask-province = The present setting wants more months than it looks at; please ask the provincial organisation.
