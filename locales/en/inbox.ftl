# The union's inbox.

inbox =
    Inbox of { $office }
    Registrations waiting: { $units } · months waiting: { $months }
inbox-empty =
    Inbox of { $office }
    Nothing waits for you now ✅
inbox-in-place =
    The inbox of { $office }
    Registrations: { $units } · months: { $months }
    These came to you because the union did not answer in time or cannot answer.
inbox-empty-in-place =
    The inbox of { $office }
    Nothing has come to you now ✅
    When a union does not answer in time, or cannot, its reviews come here.
inbox-many = over 99
inbox-pile-month = Months ({ $n })
inbox-pile-unit = Registrations ({ $n })
inbox-pile-licence = Renewals ({ $n })
inbox-licences = Renewed licences that wait: { $n }
inbox-oldest-first = The oldest come first.
inbox-page-month = Months that wait, the oldest first:
inbox-page-unit = Registrations that wait, the oldest first:
inbox-page-licence = Renewed licences that wait, the oldest first:
inbox-page-empty = This pile is empty now ✅
inbox-item-month = { $title } · { $month }
inbox-line-month = { $title } · { $month } · { $since }
inbox-line-unit = { $title } · { $since }
inbox-line-month-of = { $title } · { $month } · { $union } · { $since }
inbox-line-unit-of = { $title } · { $union } · { $since }
inbox-mark-again = mended ↩️
inbox-mark-late = late ⚠️
inbox-mark-zero = zero ⏸
inbox-mark-contested = check the licence ⚠️
inbox-since-today = since today
inbox-since-days = for { $days } days
inbox-done-month = No other month waits ✅
inbox-done-unit = No other registration waits ✅
inbox-done-licence = No other renewed licence waits ✅
inbox-no-other = Beside this one, nothing waits here.
joint-space = _
joint-dot = _·_

button-next-item = Next
button-details = Details
button-see-now = See how it stands
button-approve-unit = Confirm registration
button-approve-month = Confirm { $month }
button-approve-licence = Confirm the licence
button-send-back = Return to mend
button-reject = Reject
button-step-aside = I have an interest
button-no-note = Without a note
button-return-now = Send the return
button-reject-now = Record rejection
button-check-licence-valid-holds = Licence is valid
button-check-licence-valid-holds-chosen = Licence is valid ✅
button-check-licence-valid-doubt = Licence in doubt
button-check-licence-valid-doubt-chosen = Licence in doubt ⚠️
button-check-place-matches-holds = Place matches
button-check-place-matches-holds-chosen = Place matches ✅
button-check-place-matches-doubt = Place in doubt
button-check-place-matches-doubt-chosen = Place in doubt ⚠️
button-check-real-production-holds = Production is real
button-check-real-production-holds-chosen = Production is real ✅
button-check-real-production-doubt = Production in doubt
button-check-real-production-doubt-chosen = Production in doubt ⚠️

review-role-over = This role is no longer yours; nothing was done. If that is wrong, please ask the office that gave the role.
review-heading = { $what }
review-of-unit = Registration of { $title }
review-of-month = { $month } ({ $title })
review-of-licence = Renewed licence of { $title }
review-unit = { $title } · registration · waiting { $days }
review-unit-decided = { $title } · registration · { $state }
review-month = { $title } · { $month } · waiting { $days }
review-month-decided = { $title } · { $month } · { $state }
review-licence = { $what } · waiting { $days }
review-licence-decided = { $what } · { $state }
review-licence-beside = The present licence ← the renewed one:
review-licence-rival = Another confirmed unit holds the same licence ⚠️ { $title } · receipt { $receipt }
review-licence-check = To confirm means that you have seen the new licence and that it is valid ({ $source }).
review-label-owner = Owner or manager
review-label-company = Company
review-label-licence = Licence
review-label-licence-dates = Licence valid
review-label-guild-id = Guild id
review-label-place = Address
review-label-postal-code = Postal code
review-label-location = Location
review-label-employees = Employees
review-label-national-id = National code
review-label-legal-id = Legal id
review-label-business-id = Business id
review-label-tracking-code = Behinyab's tracking code
review-label-unique-licence-id = Unique licence id
review-dates = from { $issued } to { $expires }
review-dates-since = { $issued } to { $expires }, first licence { $since }
review-product = { $name }: { $usual } a month · capacity { $capacity } a year
review-products-more = and { $n } more products, all under «Details»
review-sent = Sent { $at } · receipt { $receipt }
review-unit-late = Sent after the province's term of registration ⚠️ That does not bar it.
review-rival = The other unit: { $title } · { $state } · receipt { $receipt }
review-checks = Three checks ({ $source }):
review-check = { $check }: { $state }
review-checks-wanted = Set each one after you have seen the paper or the place; when all three hold, the button «Confirm registration» comes.
review-late = Recorded late ⚠️
review-outage = Sent during an outage of Behinyar and counted as on time.
review-zero = Zero production ⏸ reason: { $reason }
review-zero-note = Zero production ⏸ reason: { $reason }, { $note }
review-made = { $name }: { $made }
review-made-before = { $name }: { $made } ({ $month }: { $previous })
review-capacity = Monthly capacity: { $capacity }
review-sold = Sold: { $sold } · { $value }
review-employees = Employees: { $n }
review-reason = ⚠️ { $kind }; reason: { $reason }
review-reason-note = ⚠️ { $kind }; reason: { $reason }, { $note }
review-unusual = ⚠️ { $kind }
review-changes = What has changed since the last time:
review-change = { $field }: { $before } → { $after }
review-change-hidden = { $field }: has changed
review-product-added = New product: { $name }
review-product-removed = Product removed: { $name }
review-changes-more = and { $n } more
review-nothing = empty
review-field-of = { $field } ({ $product })
review-last-returned = Last time ({ $at }) { $office } returned it ↩️
review-last-approved = { $office } confirmed it on { $at } ✅ basis: { $basis }
review-last-rejected = { $office } rejected it on { $at }.
review-last-in-place = In the place of { $union }: { $ground }
ground-silent = the union had not answered in time
ground-no-access = the union had nobody yet who could review
ground-conflict = conflict of interest
review-in-place-silent = You decide in the place of { $union }, because its time to answer is over ({ $days } days, { $source }). The unit and the union read this in their messages.
review-in-place-no-access = You decide in the place of { $union }, because the union has nobody yet who could review ({ $source }). The unit reads this in its message.
review-in-place-conflict = You decide in the place of { $union }, because all of its approvers have a conflict of interest with this unit ({ $source }). The unit reads this in its message.
review-remark = Part: { $field }. Reason: { $reason }
review-remark-note = Part: { $field }. Reason: { $reason }. Note: { $note }
review-rejected-for = Reason of the rejection: { $reason }
review-note = Note: { $note }

ask-interest =
    { $what }: what is your interest in this unit?
    Once you choose, the unit leaves your inbox and somebody else reviews it. This is put on record.
interest-share = a share or kinship
interest-board = unit of a board member
interest-rival = rivalry
button-interest-share = Share or kinship
button-interest-board = A board member's
button-interest-rival = It is my rival
stepped-aside =
    Your declaration is recorded: { $title } · { $interest }
    From now on a colleague reviews it; when nobody is left, the county office does.
    If this was a mistake, please take it back here.
stepped-aside-in-place =
    Your declaration is recorded: { $title } · { $interest }
    From now on somebody else reviews it. If this was a mistake, please take it back here.
button-conflicts = Conflicts declared
button-conflict-lift = Lift it
button-conflict-take-back = Take it back
button-conflict-take-back-of = Take back: { $about }
conflicts = Conflicts of interest declared in your unions, the oldest first:
conflicts-own = Units in which you declared an interest:
conflicts-none = No conflict of interest is declared ✅
conflicts-none-own = You have declared no conflict of interest. The button for it stands on a unit's card.
conflict-line = { $title } · { $about } · { $interest }
conflict-nameless = an unnamed approver
conflict-by-self =
    { $title } · { $union }
    { $about } declared this on { $at }: { $interest }. While it holds, somebody else reviews this unit.
conflict-by-owner =
    { $title } · { $union }
    The unit's owner declared this about { $about } on { $at }: { $interest }. While it holds, somebody else reviews this unit.
conflict-reason = Reason: { $reason }
conflict-lift-what = If it is not right, please lift it; whoever declared it will hear.
conflict-over = The conflict of interest about { $title } holds no longer ✅
own-conflicts =
    The registration and the months of { $unit } are reviewed by { $union }.
    If one of its approvers is your rival, please say so here and somebody else will review: a colleague, and when nobody is left, the county office.
    The county office's officer alone sees the name and the reason.
own-conflict = Declared: { $about }. Reason: { $reason }
button-name-rival = Name a rival
rival-nobody = There is no other approver in this union to be named.
rival-heading = Naming a rival · { $unit }
rival-who = Which approver is your rival?
rival-why = Why is this a rival? Please be brief (up to { $most } characters). The county office's officer alone reads it. Example: runs a shoe workshop in the same street.
rival-label-who = Rival
rival-label-why = Reason
rival-summary =
    Naming a rival for { $unit }
    Please look once more before it is recorded:
button-rival-now = Record it
rival-named = Recorded ✅ From now on somebody else reviews your unit. You can take it back at any time.
ask-basis = { $what }: on what does the confirmation rest?
ask-basis-licence = { $what }: have you seen the new licence, and is it valid? Choose on what the confirmation rests.
ask-basis-letter = Documents and visits stand in { $source }.
ask-basis-history = «History» is no word of the letter; { $source } allows it, and it is recorded under that name.
decided-approve =
    { $what }: confirmed ✅
    Basis: { $basis }
    We tell the unit.
decided-return =
    { $what }: returned to be mended ↩️
    We tell the unit; the button of that message opens that very part.
decided-reject =
    { $what }: rejected.
    We tell the unit the reason.

return-heading = Return to mend: { $what }
return-field = Which part must be mended? The unit opens that part with one button.
return-code = What is the reason?
return-note = If a word is needed, write it briefly (at most { $most } characters). Example: please copy the date from the licence.
return-note-wanted = «Another reason» needs a word; please write it briefly (at most { $most } characters). Example: the plate differs from the licence.
return-more-ask = Must another part be mended?
return-more = Yes, another part
return-no-more = No, that is all
return-label-field = Part { $n }
return-label-code = Reason { $n }
return-label-note = Note { $n }
return-label-more = Another part
return-summary =
    Return to mend: { $what }
    Please look once before sending:
return-kept = What you wrote is kept; go on with the same button.
return-unsent = What you had written was not sent:
reject-heading = Reject: { $what }
reject-code = What is the reason? A rejection is final; what can be mended is better returned.
reject-label-code = Reason
reject-label-note = Note
reject-summary =
    Reject: { $what }
    This cannot be undone; please look once before:
