# Notices: what is told to people who did not just tap. Each one leads to where they act.

notice-unit-approved =
    From { $office }: the registration of { $title } is confirmed ✅
    From now on please record each month's production once the month is over.
notice-unit-returned = From { $office }: the registration of { $title } comes back for correction ↩️
notice-unit-rejected =
    From { $office }: the registration of { $title } is rejected.
    Reason: { $reason }.
    If you think this reason is not right, please speak with { $office }; after that you can register the unit again.
notice-month-approved = From { $office }: { $month } of { $title } is confirmed ✅
notice-licence-approved = From { $office }: the renewed licence of { $title } is confirmed ✅ It is valid until { $expires }.
notice-licence-returned = From { $office }: the renewed licence of { $title } was returned for correction ↩️
notice-month-returned = From { $office }: { $month } of { $title } comes back for correction ↩️
notice-month-rejected =
    From { $office }: { $month } of { $title } is rejected.
    Reason: { $reason }.
    If you think this reason is not right, please speak with { $office }.
notice-remark = Field: { $field }. Reason: { $reason }.
notice-remark-product = Field: { $field }, { $product }. Reason: { $reason }.
notice-note = The reviewer's note: { $note }
notice-one-more-remark = Another field was sent back; you will see it after this one.
notice-more-remarks = Other fields that were sent back: { $number }; you will see them after this one.
notice-in-place-silent = This was decided in the place of { $union }, because its time to answer was over ({ $days } days, { $source }).
notice-in-place-no-access = This was decided in the place of { $union }, because the union has nobody yet who could review ({ $source }).
notice-in-place-conflict = This was decided in the place of { $union }, because all of its approvers have a conflict of interest with this unit ({ $source }).
notice-decided-in-place =
    From { $office }: the registration of { $title } was reviewed. Result: { $outcome }
notice-decided-in-place-month =
    From { $office }: { $month } of { $title } was reviewed. Result: { $outcome }
notice-decided-in-place-licence =
    From { $office }: the renewed licence of { $title } was reviewed. Result: { $outcome }

notice-conflict-declared =
    The owner of { $title } says that { $about }, an approver of { $union }, is a rival. From now on the colleagues review this unit.
    Reason: { $reason }
    You alone see this reason. If you do not think it right, you can lift the declaration.
notice-conflict-lifted =
    From { $office }: what you declared about { $about } for { $title } was lifted. This approver may review the unit again.
    If you have more to say, please speak with this office.
notice-conflict-lifted-own = From { $office }: the conflict of interest that you declared for { $title } was lifted. The unit comes to your inbox again.

notice-invitation-accepted = Your invitation was accepted ✅ { $name }: { $what }
notice-role-revoked =
    Your role “{ $role }” in { $office } has ended; its earlier buttons stop working.
    If you think that this is a mistake, ask the office that gave you the role.
notice-stand-in =
    Your colleague { $holder } is away until the end of { $until }, and you stand in.
    You find the role “{ $role }” in { $office } in the main menu; each decision says that it was made in that person's place. If you cannot, end it there.
notice-stand-in-over = { $stand-in } no longer stands in for { $holder } in { $office }.
button-notice-stand-in = Act in this role

notice-missing-county =
    In the list of the province { $province } this county was not found: { $typed }
    A unit's registration waits for it. Please look and answer: add it with its unions, show its other name, or turn it down with a reason.
notice-missing-union =
    In the list of { $county } this union was not found: { $typed }
    A unit's registration waits for it. Please look and answer: add it, show its other name, or turn it down with a reason.
button-notice-wish = Look and answer
notice-wish-added-union =
    The union that you waited for was added to the list of { $above } ✅
    { $office }
    Your half-filled registration was kept; choose the union and send it.
notice-wish-added-county =
    The county that you waited for was added to the list of { $above } ✅
    { $office }
    Your half-filled registration was kept; choose the county, then the union.
notice-wish-named-union =
    The union that you called “{ $typed }” is in the list of { $above } by this name ✅
    { $office }
    Your half-filled registration was kept; choose the union and send it.
notice-wish-named-county =
    The county that you called “{ $typed }” is in the list of { $above } by this name ✅
    { $office }
    Your half-filled registration was kept; choose the county, then the union.
notice-wish-declined-union =
    The union that you called “{ $typed }” is not added to the list of { $above } ↩️
    Reason: { $reason }
    Your half-filled registration was kept; choose another union, or tap “I am in trouble”.
notice-wish-declined-county =
    The county that you called “{ $typed }” is not added to the list of { $above } ↩️
    Reason: { $reason }
    Your half-filled registration was kept; choose another county, or tap “I am in trouble”.
notice-join-code =
    Somebody with your number wants to join an account on { $messenger } to your Behinyar. If that is you, write this code there:
    { $code }
    The code lasts ten minutes. If it is not you, give it to nobody; without this code no account is joined.
notice-joined =
    An account on { $messenger } with your number has joined your Behinyar and sees the same units and roles.
    If that was not you ⚠️ please tell your union or the county office today.

notice-month-ends =
    The month { $month } of { $title } can be recorded from { $opens }, until { $deadline }.
    Please have production, sales and the number of employees at hand. A month without production is recorded too; zero is better than a gap.
notice-month-missing =
    The month { $month } of { $title } is not recorded yet ⬜
    Its deadline is { $deadline } (days left: { $days }).
    If nothing was made in this month, record zero with its reason; zero is better than a gap.
notice-month-today =
    The month { $month } of { $title } is not recorded yet ⚠️
    Its deadline is today, { $deadline }.
    If nothing was made in this month, record zero with its reason; zero is better than a gap.
notice-month-late =
    The month { $month } of { $title } is not recorded yet and its deadline was { $deadline } ⚠️
    It is accepted today as well and recorded as late.
notice-month-gap =
    So far { $gap } months in a row are not recorded ⚠️
    For industrial units, { $risk } months in a row without statistics may lead to the suspension of the licence. No such rule is confirmed for guild licences. Recording this month makes the gap shorter.
notice-reviews-wait =
    In { $office } reviews have waited for more than { $days } days ⏳
    Registrations: { $units } · months: { $months } · the oldest: { $oldest } days
    Until you confirm them, these statistics do not count for the units.
notice-in-place-waits =
    Reviews have come to { $office } which unions have not answered or cannot answer ⏳
    Registrations: { $units } · months: { $months }
    You can decide in the union's place; until then the union may still answer.

notice-campaign-begun =
    Registration of production units began on { $starts } and is due by the end of { $deadline } (letter 60/227210, 1398/08/26, paragraph 1).
    For { $office }: please send the invitation to the units and write their list, so that you see who is missing.
notice-campaign-days =
    Your unit is not registered with { $office } yet ⬜
    It is due by the end of { $deadline } (days left: { $days }).
notice-campaign-today =
    Your unit is not registered with { $office } yet ⚠️
    It is due today, { $deadline }.
notice-campaign-late-too = Registration takes about five minutes. It is taken after the term too, and marked late.

button-notice-months = My months
button-notice-all-months = All months
button-notice-unit = See the unit
button-notice-verdict = Order registration
button-notice-mend = Mend { $field }
button-notice-month = Record { $month }
button-notice-inbox = The union's inbox
button-notice-invite = Invite units
button-notice-register = Register the unit
button-notice-see = See the result
button-notice-conflict = See it
