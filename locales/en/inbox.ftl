# The union's inbox.

inbox =
    Inbox of { $office }
    Registrations waiting: { $units } · months waiting: { $months }
    The oldest come first.
inbox-empty =
    Inbox of { $office }
    Nothing waits for you now ✅
inbox-many = over 99
inbox-pile-month = Months ({ $n })
inbox-pile-unit = Registrations ({ $n })
inbox-page-month = Months that wait, the oldest first:
inbox-page-unit = Registrations that wait, the oldest first:
inbox-page-empty = This pile is empty now ✅
inbox-item-month = { $title } · { $month }
inbox-line-month = { $title } · { $month } · { $days } { $marks }
inbox-line-unit = { $title } · { $days } { $marks }
inbox-mark-again = ↩️ mended
inbox-mark-late = ⚠️ late
inbox-mark-zero = ⏸ zero
inbox-mark-contested = ⚠️ licence to be looked at
inbox-since-today = since today
inbox-since-days = for { $days } days
inbox-done = All of this pile is done ✅
joint-space = _

button-next-item = Next
button-details = Details
button-approve-unit = Confirm registration
button-approve-month = Confirm { $month }
button-send-back = Return to mend
button-reject = Reject
button-return-now = Return it
button-reject-now = Reject it
button-check-licence-valid-holds = Licence is valid
button-check-licence-valid-holds-chosen = Licence valid ✅
button-check-licence-valid-doubt = Licence in doubt
button-check-licence-valid-doubt-chosen = Licence doubt ⚠️
button-check-place-matches-holds = Place matches
button-check-place-matches-holds-chosen = Place matches ✅
button-check-place-matches-doubt = Place in doubt
button-check-place-matches-doubt-chosen = Place doubt ⚠️
button-check-real-production-holds = Production is real
button-check-real-production-holds-chosen = Production real ✅
button-check-real-production-doubt = Production in doubt
button-check-real-production-doubt-chosen = Production doubt ⚠️

review-role-over = This role is no longer yours; nothing was done. If that is wrong, please ask the office that gave the role.
review-unit =
    { $title } · registration · waiting { $days }
    State: { $state }
review-month =
    { $title } · { $month } · waiting { $days }
    State: { $state }
review-label-owner = Owner
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
review-label-tracking-code = Tracking code
review-label-unique-licence-id = Unique licence id
review-dates = from { $issued } to { $expires }
review-product = { $name }: usually { $usual } a month · capacity { $capacity } a year
review-rival = Another unit claims this licence: { $title } ({ $state }), receipt { $receipt }
review-checks = The three checks of letter 60/227210 (1398/08/26, paragraph 2): set each after you have seen the paper or the place. The confirm button comes when all three hold.
review-late = ⚠️ Recorded late.
review-outage = Sent during an outage of ours and counted as on time.
review-zero = ⏸ Zero production
review-made = { $name }: { $made }
review-made-before = { $name }: { $made } ({ $month }: { $previous })
review-capacity = Monthly capacity: { $capacity }
review-sold = Sold: { $sold } · { $value }
review-employees = Employees: { $n }
review-reason = ⚠️ { $kind }; reason: { $reason }
review-reason-note = ⚠️ { $kind }; reason: { $reason }, { $note }
review-changes = What has changed since the last time:
review-change = { $field }: { $before } → { $after }
review-nothing = empty
review-field-of = { $field } ({ $product })
review-last-returned = Last time ({ $at }) { $office } returned it ↩️
review-last-approved = Confirmed by { $office } on { $at } ✅
review-last-rejected = Rejected by { $office } on { $at }
review-remark = Part: { $field }. Reason: { $reason }
review-remark-note = Part: { $field }. Reason: { $reason }. Note: { $note }
review-rejected-for = Reason of the rejection: { $reason }
review-note = Note: { $note }

ask-basis-unit = On what does the confirmation of { $title } rest?
ask-basis-month = On what does the confirmation of the figures of { $title } rest?
decided-approve-unit = The registration of { $title } is confirmed ✅ Basis: { $basis }. The unit is told.
decided-approve-month = The figures of { $title } are confirmed ✅ Basis: { $basis }. The unit is told.
decided-return = { $title } was returned for correction ↩️ The unit opens those very parts with one button.
decided-reject = The rejection of { $title } is recorded; the unit is told the reason.

return-field = Which part must be mended? The unit opens that part with one button.
return-code = What is the reason?
return-note = If a word is needed, write it briefly (at most { $most } characters). Example: please copy the date from the licence itself.
return-note-wanted = This reason needs a word; please write it briefly (at most { $most } characters). Example: the licence could not be read.
return-more-ask = Must another part be mended?
return-more = Yes, another part
return-no-more = No, that is all
return-label-field = Part
return-label-code = Reason
return-label-note = Note
return-label-more = Another part
return-summary = Return of { $title } for correction. Please look once before sending:
reject-code = What is the reason? A rejection is final; what can be mended is better returned.
reject-summary = Rejection of { $title }. This cannot be undone; please look once before:
