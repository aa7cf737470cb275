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

id-hint-national = It stands on the national card.
id-hint-foreign = It stands on the residence card or paper.
id-hint-legal = It stands in the company's registration notice.
id-hint-postal = It stands on the electricity or gas bill of the workshop.
id-hint-phone = A mobile number begins with 09 and has eleven digits.
id-hint-guild = It stands on the business licence.
id-hint-business = It stands in your Behinyab account.
id-hint-tracking = It stands in your Behinyab account.
id-hint-unique-licence = It stands on the licence of the National Licence Portal, beside its square code.
id-hint-product = It stands in Behinyab's list of products.
id-hint-licence = It stands at the top of the business licence and may hold letters.

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

problem-not-a-date = No date could be read from “{ $got }”. Please write year, month and day of the Iranian calendar.
problem-year-missing = “{ $got }” has no year. Please write the year too, with four digits.
problem-two-digit-year = The year in “{ $got }” is cut short. Please write the year with four digits.
problem-year-out-of-range = The year you wrote lies outside 1300 to 1500 of the Iranian calendar. Please write the year with four digits.
problem-no-such-month = The month is written as { $got }; months go from 1 to 12. Please write year, month and day in this order.
problem-no-such-day = There is no day { $got } in { $month }; that month has { $wanted } days. Please write the day again from the paper.
problem-gregorian-date = The date “{ $got }” is Gregorian, the same as { $wanted } of the Iranian calendar. If you mean this day, please write it so: { $wanted }

## Quantities, money, counts: refusals

problem-no-number = No number was seen in your message. Please write it in { $wanted }, in digits or words.
problem-negative-number = The number you sent (“{ $got }”) is negative; an amount is zero or more. Please write it without the minus sign.
problem-approximate-number = “{ $got }” speaks of an approximate amount; an exact number is needed here. Please write it from your books or invoices.
problem-number-range = “{ $got }” is a range between two numbers; one number is needed here. Please write one alone.
problem-several-numbers = “{ $got }” holds more than one number; one is needed here. Please write one alone.
problem-letters-in-number = In “{ $got }” digits and letters stick together; only a number and its unit are needed here. Please write the number in { $wanted }.
problem-unknown-word = The word “{ $got }” could not be read in an amount; only a number and its unit are needed here. Please write the number in { $wanted }.
problem-unknown-sign = The sign “{ $got }” could not be read in an amount; only a number and its unit are needed here. Please write the number in { $wanted }.
problem-bad-grouping = The separators in “{ $got }” fit neither thousands nor decimals. Please write the number without separators.
problem-number-not-understood = No clear number could be read from “{ $got }”. Please write it in digits.
problem-too-many-decimals = In { $wanted } this amount has more than { $most } decimals. Please round it to { $most } decimals.
problem-number-too-big = This number has { $got } digits; the most is { $most }. Perhaps there is a digit too many; please write the amount in { $wanted } again.
problem-unit-mismatch = The measure you wrote is “{ $got }”; the amount is needed in { $wanted } here. Please write it in { $wanted }.
problem-not-whole = The number “{ $got }” has a fraction; { $wanted } have none. Please write it without decimals.
problem-count-too-big = The number you wrote is { $got } { $wanted }; the most is { $most }. Perhaps there is a digit too many; please write it again.

## Free texts: refusals

problem-empty-text = The message you sent held no text. Please answer in a few words.
problem-no-words = Your message held only signs or emoji. Please answer in words.
problem-text-too-long = Your text is very long: { $got } characters. There is room for { $most } here; please write it shorter.
problem-text-too-short = Your text has { $got } characters; at least { $least } are needed here. Please write it more fully.

## Letters: numbers and dates

problem-letter-number-missing = There is no number in “{ $got }”. Please write the letter's number as it stands on the letter.
problem-letter-number-strange = “{ $got }” does not belong to a letter's number. Please write the number alone, with digits and slashes.
problem-letter-number-long = This number has { $got } characters; a letter's number has at most { $most }. Please write the number alone.
problem-letter-number-phone = This looks like a mobile number ({ $got }). The letter's number is needed here.
problem-letter-date-future = { $got } has not come yet; today is { $today }. Please write the date as it stands on the letter.
problem-letter-date-early = { $got } lies before { $least } and does not fit here. Please write the date again from the letter.
