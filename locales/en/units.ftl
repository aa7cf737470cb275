### Units, offices, roles and rules: their names, and one message per refusal.

## States

unit-state-submitted = waiting ⏳
unit-state-returned = returned for correction ↩️
unit-state-confirmed = confirmed ✅
unit-state-rejected = rejected

## Roles

role-union-approver = union approver
role-union-secretary = union secretary
role-county-officer = county officer
role-provincial-officer = provincial officer
role-liaison = Behinyab liaison
role-statistics-officer = statistics officer
role-order-expert = order-registration expert
role-chamber-officer = chamber officer
role-commission-secretary = commission secretary
role-inspector = inspector
role-observer = observer
role-operator = Behinyar operator

role-kind-union-approver = { role-union-approver }
role-kind-union-secretary = { role-union-secretary }
role-kind-county-officer = { role-county-officer }
role-kind-provincial-officer = { role-provincial-officer }
role-kind-liaison = { role-liaison }
role-kind-statistics-officer = { role-statistics-officer }
role-kind-order-expert = { role-order-expert }
role-kind-chamber-officer = { role-chamber-officer }
role-kind-commission-secretary = { role-commission-secretary }
role-kind-inspector = { role-inspector }
role-kind-observer = { role-observer }
role-kind-operator = { role-operator }

office-named-county = the county office of { $office }
office-named-province = the organisation of { $office }

## Kinds of offices

office-kind-guild-centre = Guild and Merchants Centre
office-kind-statistics-office = Statistics and Data Processing Office
office-kind-import-export-office = Import-Export Regulations Office
office-kind-inspection-office = Inspection Office
office-kind-domestic-commerce = Deputy for Domestic Commerce
office-kind-iran-chamber = Iran Chamber of Guilds
office-kind-province = provincial organisation
office-kind-county = county office
office-kind-commission = Supervision Commission
office-kind-chamber = Chamber of Guilds
office-kind-union = union

## What a registration says

person-kind-natural = natural person
person-kind-legal = legal person

trade-class-production = production
trade-class-distribution = distribution
trade-class-services = services
trade-class-technical-services = technical services

registration-field-person-kind = kind of person
registration-field-first-name = first name
registration-field-last-name = last name
registration-field-company-name = company name
registration-field-title = name on the sign
registration-field-national-id = national code
registration-field-legal-id = legal entity id
registration-field-licence-number = business licence number
registration-field-licence-issued = licence issued on
registration-field-licence-expires = licence expires on
registration-field-licensed-since = first licence issued on
registration-field-guild-id = guild id
registration-field-union = issuing union
registration-field-trade-class = trade class
registration-field-postal-code = postal code of the workshop
registration-field-address = address
registration-field-location = place on the map
registration-field-products = products
registration-field-employees = number of employees
registration-field-business-id = business id
registration-field-tracking-code = Behinyab tracking code
registration-field-unique-licence-id = unique licence id

## Parts of the letters

part-heading = heading
part-preamble = preamble
part-paragraph-1 = paragraph 1
part-paragraph-2 = paragraph 2
part-paragraph-3 = paragraph 3
part-paragraph-4 = paragraph 4
part-paragraph-5 = paragraph 5
part-paragraph-6 = paragraph 6
part-first-part = first part
part-second-part = second part
part-body = body of the letter
part-closing = closing
part-copies = copies
part-footer = footer

## Rules

rule-key-campaign-days = Length of the registration term
rule-key-campaign-reminder-days = Reminder days of registration
rule-key-month-entry-day = last day for entering a month
rule-key-month-grace-until = grace date
rule-key-review-days = days for a review
rule-key-fallback-county-days = silent days until the county
rule-key-fallback-province-days = silent days until the province
rule-key-review-history-counts = history as a basis of approval
rule-key-eligibility-window = months looked at
rule-key-eligibility-needed = months needed
rule-key-eligibility-counts-waiting = counting waiting months
rule-key-reminder-days = days of reminders
rule-key-invitation-days = days for which an invitation holds
rule-key-absence-days = most days of standing in
rule-key-risk-missing-months = missing months before a warning
rule-key-circular-trial-share = per cent of recipients told first
rule-key-circular-trial-least = least number of recipients of a trial
rule-key-circular-trial-faults = per cent not reached before a circular rests
rule-key-circular-reminder-days = days on which a circular is reminded of
rule-key-circular-reminder-distance = days between two reminders of a circular at least
rule-key-circular-urgent-hours = hours to read an urgent circular, and to pass any on
rule-key-access-days-union = days for a request for access with the union
rule-key-access-days-county = the same with the county office
rule-key-access-days-province = the same with the province
rule-key-access-days-statistics = the same with the statistics office
rule-key-ticket-days = days for an answer to a ticket
rule-key-ticket-reopen-days = days for opening a ticket again
rule-key-tickets-waiting = unanswered tickets of one person
rule-key-reports-shown-from = least number of reports shown

## Refusals: offices and roles

problem-role-not-yours = This role is no longer active for your account, and nothing was recorded. Go back to the main menu; your present roles are there. If you should have this role, please ask your county office or provincial organisation.
problem-role-does-not-fit = The role “{ $role }” is not held in this place: { $office }. Choose an office that has this role; example: an approver in a union.
problem-role-already-held = This person already holds the role “{ $role }” in { $name }. Nothing needs to be done.
problem-may-not-grant = Your role ({ $own }) does not reach so far, and nothing was recorded. Ask an office above yours to do it; example: the provincial organisation.
problem-out-of-reach = Your role ({ $own }) does not do this, or not in that office; nothing was recorded. Work in an office that “My role and office” shows you, or ask an office above; example: the provincial organisation.
problem-no-such-office = The office that was chosen is no longer in the list. Please open the list again and choose anew.
problem-office-does-not-fit = An office of the kind “{ $kind }” does not stand here, or its name is missing. Give its name and the office above it again; example: a union below a county office.
problem-office-exists = An office with the name or code “{ $name }” is there already. Choose it from the list.

## Refusals: registration

problem-registration-incomplete = This part has no answer yet: { $field }. Write it and submit again; your other answers are kept.
problem-product-count = There are { $got } products; { $least } to { $most } are recorded. Add or remove products with the edit button.
problem-product-twice = The product { $name } stands there twice. Remove one or write its name more clearly; example: “men's leather shoes” and “women's leather shoes”.
problem-product-figures = The yearly capacity of { $name } must be above zero and its usual monthly production zero or more. Write the two numbers again; example: capacity 24,000 and production 1,900.
problem-product-unknown = The product { $name } is no longer in this registration. Open the list of products again and write it anew.
problem-employees-outside = The number of employees came as { $got }; yourself among them, it is { $least } to { $most }. Please write it again.
problem-licence-dates = The licence came as issued on { $issued } and expiring on { $expires }; it must expire after it was issued. Write both again as they stand on the licence; example: 1403/03/01 to 1408/03/01
problem-licence-future = The licence came as issued on { $issued }, a day that has not come yet. Please copy the date of issue from the licence again.
problem-licensed-since-later = The first licence is dated { $since }, after the present one was issued ({ $issued }). Please correct one of the two from the licences.
problem-not-production = The trade class “{ $trade-class }” was chosen; statistics are recorded for guild production units (letter 60/227210, 1398/08/26, its subject). If your licence says “production”, choose that.
problem-not-a-union = What was chosen is not a union. Choose province and county, then write a part of the union's name; example: “shoemakers”
problem-location-outside = The point that you sent lies outside Iran. Find the workshop on the map and send it again; if you are there now, send your present location.
problem-already-yours =
    You have registered this licence already: { $title }
    Receipt code: { $receipt }
    Go back to the main menu to see it. If you have another unit, write that unit's licence number and guild id.
problem-unit-not-yours = This unit is not among yours. Go back to the main menu and open your unit from there.
problem-unit-under-review = The registration of this unit is with the union now and does not change until the review ends. The outcome will be told here.
problem-unit-confirmed = The registration of this unit is confirmed already ✅ Nothing needs to be done; you can record the month from the main menu.
problem-unit-rejected = The registration of this unit was rejected and is not submitted again. The reason stands in the union's message; if it no longer holds, begin a new registration.
problem-unit-stale = The registration has changed since this form was opened, and nothing was recorded this time. Open its present state and go on from there.

## Refusals: rules

problem-rule-number = “{ $rule }” takes a whole number from { $least } to { $most }. Write it in digits; example: 10
problem-rule-yes-no = “{ $rule }” takes one of two answers, yes or no. Choose with a button.
problem-rule-date = “{ $rule }” takes a date, or nothing to remove it. Example: 1406/01/25
problem-rule-days = “{ $rule }” takes days from { $least } to { $most } with commas between them; zero is the month's own last day. Example: 0, 1, 5, 8, 9, 10
problem-rule-past = The first day { $from } has passed; what was judged before does not change. Give today or a later day.
problem-rule-not-yours = Your role does not set this rule for this scope, and nothing was recorded. Ask the provincial organisation.
