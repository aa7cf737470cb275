### Values: ids, dates, quantities, texts. One message per refusal: what came, what is wanted, how to get there.

## Units of measure

measure-kilogram = kilograms
measure-tonne = tonnes
measure-piece = pieces
measure-metre = metres
measure-set = sets
measure-square-metre = square metres
measure-cubic-metre = cubic metres
measure-litre = litres
measure-pair = pairs
measure-device = devices
measure-part = parts
counted-rial = rials
counted-person = people

## Ids: their names, and where each is found

id-national = national code
id-foreign = foreign national's code
id-legal = legal entity id
id-postal = postal code
id-phone = mobile number
id-guild = guild id
id-business = business id
id-tracking = Behinyab tracking code
id-unique-licence = unique licence id
id-product = product code
id-licence = business licence number

id-kind-national = { id-national }
id-kind-foreign = { id-foreign }
id-kind-legal = { id-legal }
id-kind-postal = { id-postal }
id-kind-phone = { id-phone }
id-kind-guild = { id-guild }
id-kind-business = { id-business }
id-kind-tracking = { id-tracking }
id-kind-unique-licence = { id-unique-licence }
id-kind-product = { id-product }
id-kind-licence = { id-licence }

id-hint-national =
    Please copy it from the national card, leading zeros too. Example:
    <code>0012345679</code>
id-hint-foreign =
    Please copy it from the residence card or paper. Example:
    <code>123456789012</code>
id-hint-legal =
    Please copy it from the company's registration notice. Example:
    <code>10380284790</code>
id-hint-postal =
    Please copy it from the electricity or gas bill of the workshop. Example:
    <code>1345678912</code>
id-hint-phone =
    Please write it as 09 and nine digits more. Example:
    <code>09121234567</code>
id-hint-guild =
    Please copy it from the business licence. Example:
    <code>0401234567</code>
id-hint-business =
    Please take it from your Behinyab account. Example:
    <code>140012345678</code>
id-hint-tracking =
    Please take it from your Behinyab account. Example:
    <code>12345678</code>
id-hint-unique-licence =
    Please copy it from the licence of the National Licence Portal, beside its square code. Example:
    <code>1234567890</code>
id-hint-product =
    Please take it from Behinyab's list of products. Example:
    <code>2101412306</code>
id-hint-licence =
    Please write it just as it stands on the business licence. Example:
    <code>12/3456</code>

id-warning-guild-not-ten-digits = A guild id mostly has ten digits, and the one you wrote has not. If your business licence says just this, it is right: please go on.

## Ids: refusals

problem-empty-id = The message you sent held no text. The { $kind } is needed here. { $hint }
problem-not-digits = Your text also holds “{ $got }”; the { $kind } is digits alone. { $hint }
problem-wrong-length = The number you sent has { $got } digits; the { $kind } has { $wanted }. { $hint }
problem-length-outside = The number you sent has { $got } digits; the { $kind } has { $least } to { $most }. { $hint }
problem-characters-outside = The text you sent has { $got } characters; the { $kind } has { $least } to { $most }. { $hint }
problem-lost-leading-zero = The number you sent has { $got } digits; the { $kind } has { $wanted }. If it begins with zero, please write the zero too. { $hint }
problem-all-equal = All digits of this number are { $got }; no { $kind } is like that. { $hint }
problem-bad-check-digit = This number does not fit the check digit of the { $kind }; perhaps a digit was swapped. Please write it again. { $hint }
problem-starts-with-zero = The number you sent begins with zero; the first digit of the { $kind } is not zero. { $hint }
problem-not-mobile = The number you sent does not begin with 09; a { $kind } is needed here, not a landline. { $hint }
problem-foreign-phone = The number you sent is from another country; a { $kind } of Iran is needed here. { $hint }
problem-bad-product-level = The fifth digit of this number is { $got }; in the { $kind } it is { $least } to { $most }. { $hint }
problem-bad-id-character = Your text holds “{ $got }”, which the { $kind } never does. { $hint }
problem-no-digit-in-id = Your text holds no digit; the { $kind } has at least one. { $hint }
problem-same-as-other-id = This is the { $got } that you wrote before. The { $wanted } is needed here. { $hint }
problem-looks-like-other-id = This number looks like a { $got }. The { $wanted } is needed here. { $hint }

## Dates: refusals

problem-not-a-date = No date could be read from “{ $got }”. Please write year, month and day of the Iranian calendar. Example: 1405/08/01
problem-year-missing = “{ $got }” has no year. Please write the year too, with four digits. Example: 1405/08/01
problem-two-digit-year = The year in “{ $got }” has two digits. Please write the year with four digits. Example: 1405/08/01
problem-year-out-of-range = The year you wrote lies outside 1300 to 1500 of the Iranian calendar. Please write the year with four digits. Example: 1405/08/01
problem-no-such-month = The month is written as { $got }; months go from 1 to 12. Please write year, month and day in this order. Example: 1405/08/01
problem-no-such-day = There is no day { $got } in { $month }; that month has { $wanted } days. Please write the day again from the paper. Example: 1405/08/01
problem-gregorian-date = “{ $got }” is a Gregorian date, the same as { $wanted } of the Iranian calendar. If you mean this day, please write it so: { $wanted }

## Quantities, money, counts: refusals

problem-no-number = No number was seen in your message. Please write the amount in { $wanted }, in digits or words. Example: 120 { $wanted }
problem-negative-number = The number you sent (“{ $got }”) is negative; an amount is zero or more. Please write it without the minus sign. Example: 120 { $wanted }
problem-approximate-number = “{ $got }” speaks of an approximate amount; an exact number is needed here. Please write it from your books or invoices. Example: 120 { $wanted }
problem-number-range = “{ $got }” is a range between two numbers; one number is needed here. Please write one alone. Example: 120 { $wanted }
problem-several-numbers = “{ $got }” holds more than one number; one is needed here. Please write one alone. Example: 120 { $wanted }
problem-letters-in-number = In “{ $got }” digits and letters stick together; only a number and its unit are needed here. Example: 120 { $wanted }
problem-unknown-word = The word “{ $got }” could not be read in an amount; only a number and its unit are needed here. Example: 120 { $wanted }
problem-unknown-sign = The sign “{ $got }” could not be read in an amount; only a number and its unit are needed here. Example: 120 { $wanted }
problem-bad-grouping = The separators in “{ $got }” fit neither thousands nor decimals. Please write the number without separators. Example: 1200 { $wanted }
problem-number-not-understood = No clear number could be read from “{ $got }”. Please write it in digits. Example: 120 { $wanted }
problem-too-many-decimals = In { $wanted } this amount has more than { $most } decimals. Please round it to { $most } decimals. Example: 12.5 { $wanted }
problem-number-too-big = This number has { $got } digits; the most is { $most }. Perhaps there is a digit too many; please write the amount in { $wanted } again. Example: 120 { $wanted }
problem-unit-mismatch = The unit you wrote is “{ $got }”; the amount is needed in { $wanted } here. Please write it in { $wanted }. Example: 120 { $wanted }
problem-not-whole = “{ $got }” is no whole number; { $wanted } have no fractions. Please write it without decimals. Example: 120 { $wanted }
problem-count-too-big = The number you wrote is { $got } { $wanted }; the most is { $most }. Perhaps there is a digit too many. Example: 12 { $wanted }

## Free texts: refusals

problem-empty-text = The message you sent held no text. Please answer in a few words. Example: “Azar shoe workshop”
problem-no-words = Your message held only signs or emoji. Please answer in words. Example: “Azar shoe workshop”
problem-text-too-long = Your text has { $got } characters; there is room for { $most } here. Please write it shorter, like “Tehran, Azadi Street, number 5”.
problem-text-too-short = Your text has { $got } characters; at least { $least } are needed here. Please write it more fully, like “Tehran, Azadi Street, number 5”.
