### Registration: the questions, the notes, the summary, the receipt. A question begins after “Question 3 of 24:”.

registration-intro =
    Registering a guild production unit takes about five minutes. Please keep your guild licence and national card at hand.
    Wherever you stop, your answers are kept, and you can go on from Telegram or Bale.
registration-goes-on = Your unfinished registration goes on where you left it.
registration-mend = Your earlier answers are ready; mend what the union asked for and send it to the union again.

## Names of what only this form asks

registration-field-manager-first-name = Manager's first name
registration-field-manager-last-name = Manager's last name
registration-field-foreign-id = Foreign national's code
registration-field-province = Province
registration-field-county = County
registration-field-county-name = Name of your county
registration-field-union-name = Name of your union

## Questions: who

registration-ask-trade-class =
    Which class is your guild licence?
    Monthly statistics are for production units. The class is written on the licence.
registration-out-of-scope =
    You chose the class “{ $class }”. Statistics are recorded for guild production units (letter 60/227210, 1398/08/26, its subject); nothing is needed for this licence.
    If your licence says “production”, please choose that. If you produce as well, ask your union about a production licence.
registration-ask-person-kind =
    Is the licence in the name of a natural or a legal person?
    Natural: in your own name; legal: in the name of a company or cooperative. Both count as an enterprise.
registration-ask-company-name =
    Please write the name of the company or cooperative.
    As in the registration notice and on the licence, which it is compared with. Example: Sample Leather Cooperative
registration-ask-legal-id =
    Please write the company's national id.
    It matches the licence with the company. It has eleven digits and stands in the registration notice. Example:
    <code>10380284790</code>
registration-ask-manager-first-name =
    Please write the manager's first name.
    The union knows you by this name. As on the national card. Example: Azar
registration-ask-manager-last-name =
    Please write the manager's last name.
    The union knows you by this name. As on the national card. Example: Nemoonepour
registration-ask-first-name =
    Please write your first name.
    It is compared with the licence. The licence holder's first name as on the national card. Example: Azar
registration-ask-last-name =
    Please write your last name.
    It is compared with the licence. The licence holder's last name as on the national card. Example: Nemoonepour
registration-ask-national-id =
    Please write the owner's national code.
    It matches your name with the licence. It has ten digits; write the zeros at its beginning too. Example:
    <code>0012345679</code>
registration-ask-foreign-id =
    Please write the code of a foreign national.
    It stands in for the national code and is on the residence card or sheet. Example:
    <code>123456789012</code>
registration-ask-title =
    Please write the unit's name as on its sign.
    You and the union know the unit by this name. Example: Azar Handmade Shoes

## Questions: the licence

registration-ask-licence-number =
    Please write the number of the guild licence.
    The union checks the licence by it. It stands at the top and may hold letters. Example: A/1234
registration-ask-licence-issued =
    Please write the day on which the licence was issued.
    Months before it are not asked of you. The year with four digits, Jalali, as on the licence. Example: 1403/02/31
registration-ask-licence-expires =
    Please write the last day of the licence.
    Order registration needs a valid licence. A permanent licence holds five years, a temporary one a year. The date stands beside the date of issue. Example: 1408/02/31
registration-ask-licensed-since =
    If the present licence is a renewed one, please write the day on which this unit's first licence was issued.
    You may record months from that day on; the union sees this date too. It stands on the earlier licence or in your file at the union. If there was none before, tap “This is the first”. Example: 1399/02/31
button-first-licence = This is the first
registration-since-again = The date of issue has changed and the date of the first licence you wrote lies after it. Please write the date of the first licence again.
registration-gregorian = The date “{ $typed }” is Gregorian, the same as { $day } of the Iranian calendar. Do you mean this day?
registration-this-day = Yes, { $day }
registration-expires-again = The date of issue has changed and the last day you wrote lies before it. Please write the last day again.
registration-licence-expired = Note: the licence ended on { $expires } ⚠️ Your registration is accepted, but the union sees this; please arrange the renewal with the union.
registration-licence-span = Note: licences mostly hold one year (temporary) or five (permanent), and { $issued } to { $expires } does not fit. If the licence says so, it is right.
registration-ask-guild-id =
    Please write the guild id.
    Your unit is known by it in the guild systems. It is on the licence and mostly has ten digits. Example:
    <code>0401234567</code>

## Questions: the union

registration-ask-province =
    In which province was your licence issued?
    By this we find the union that issued it.
registration-ask-county =
    In which county is your union?
    We show the unions of that county. Example: Rey
    Province: { $province }
registration-ask-county-none =
    For the province { $province } no county is in the list yet.
    Please tell the provincial organisation the name of your county with “Not in the list”, or choose another province.
registration-ask-county-name =
    Please write the county's name.
    We pass it to the provincial organisation so that it is added to the list. Example: Rey
registration-county-noted = The county's name is recorded and goes to the provincial organisation. Please answer the other questions; once the county is added, you choose the union and send the registration.
registration-ask-union =
    Which union issued the licence?
    This union will review your registration. Write a part of its name or choose from the list. Example: shoe
    County: { $county }
registration-ask-union-none =
    For the county { $county } no union is in the list yet.
    Please tell the county office the name of your union with “Not in the list”.
registration-ask-union-name =
    Please write the union's name as on the licence.
    We pass it to the county office so that it is added to the list. Example: Union of Handmade Shoe Makers
registration-union-missing = was not in the list ⏳
registration-union-noted = The union's name is recorded and goes to the county office. Please answer the other questions; once the union is added, you send the registration.

## Questions: the place

registration-ask-postal-code =
    Please write the postal code of the place of business.
    The union compares the place with the licence. It has ten digits and is on the electricity or gas bill. Example:
    <code>1345678914</code>
registration-postal-unusual = Note: the first five digits of a postal code mostly hold no 0 and no 2. What you wrote is recorded; if the bill says so, it is right.
registration-ask-address =
    Please write the address of the place of business.
    The union compares the place with it. The address on the licence, with street and number. Example: Rey, Sample Street, Second Lane, number 12
registration-ask-location =
    Please send the location of the place of business.
    The union finds the unit on the map by it. Send where you are with “Send location”, or pick the point on the map. If you are not there, write the two numbers from a map. Example: 35.5900, 51.4300
registration-place = latitude { $latitude }, longitude { $longitude }

## Questions: production

registration-ask-product-name =
    Please write the name of your main product.
    Each product is asked for by itself, up to ten. Choose a name under which you will report each month. Example: men's leather shoes
registration-ask-product-next =
    Please write the name of product { $n }.
    A name that differs from your other products. Example: women's leather shoes
registration-ask-product-measure =
    In which unit is { $product } counted?
    Each month is reported in the same unit. Example: shoes in pairs, bread in kilograms
registration-ask-product-capacity =
    What is the yearly capacity of { $product } in { $measure }?
    The most that you can make in a year with your present machines and people; from the licence or your own estimate. Example: 24,000 { $measure }
registration-ask-product-usual =
    What is the usual production of { $product } in a month, in { $measure }?
    The average of ordinary months, from your books. The union sees it beside the capacity. Example: 1,500 { $measure }
registration-echo-capacity =
    Yearly capacity of { $product }: { $value }.
    Is that right?
registration-echo-usual =
    Usual monthly production of { $product }: { $value }.
    Is that right?
registration-which = “{ $typed }” can be read in several ways. Which one do you mean?
registration-usual-over-capacity = Note: the usual monthly production of { $product } is above a twelfth of its yearly capacity. Both are recorded; if one is wrong, mend it on the product's card.
registration-ask-products =
    Your products so far ({ $n }):
    { $products }
    Do you have another product? To mend or drop one, choose its name.
registration-products = { $products }
registration-product-line = { $n }. { $product }: { $capacity } a year, { $usual } a month
registration-product-card =
    Product { $n }: { $product }
    Yearly capacity: { $capacity }
    Usual monthly production: { $usual }
    Which part would you like to mend?
registration-dropped = The product { $product } was taken out.
registration-not-yet = not written yet
registration-ask-employees =
    How many people work in the unit?
    Yourself among them; insured and not insured. Example: 6
registration-people = { $n } people

## Questions: what may be skipped

registration-ask-business-id =
    Please write the business id, or go on without it.
    It has twelve digits, one for each activity; it stands in your Behinyab account. Example:
    <code>140012345678</code>
registration-ask-tracking-code =
    Please write Behinyab's tracking code, or go on without it.
    Behinyab gave it after registration there; it is not Behinyar's receipt code. Example:
    <code>12345678</code>
registration-ask-unique-licence-id =
    Please write the licence's unique id, or go on without it.
    Beside the QR code of the licence, in the National Licence Portal. Example:
    <code>1234567890</code>
registration-no-unique-id = The unique id was not recorded. Some government services need it; please get it from the National Licence Portal and keep it at hand.

## Refusals

problem-digits-in-name = The name you wrote holds the digit “{ $got }”; only a name is wanted here. Please write it in letters.
problem-sign-in-name = The name you wrote holds “{ $got }”, which no name does. Please write the name without it.
problem-only-digits = Your message held no word; a text is wanted here, not a number alone. Please answer in words.
problem-first-after-issue = You wrote { $since } for the first licence, which is after the present one was issued ({ $issued }); it must be before. Write the date from the earlier licence, or tap “This is the first” if there was none.
problem-place-not-read = No place on the map could be read from “{ $got }”. Please press “Send location”, or write latitude and longitude from a map.
problem-ends-before-issue = The last day is written as { $expires } and the date of issue as { $issued }; the licence must end after it began. Please copy the last day from the licence again; if the date of issue is wrong, press “Back” and mend it.
problem-no-capacity = The yearly capacity of { $name } is written as zero; it must be above zero. Please write the most that you can make in a year.

## Summary and receipt

registration-summary = Your registration in short:
registration-summary-mended = Your registration after mending:
registration-before-sending = If everything is right, send it to the union. Once sent, it does not change until the review is over.
registration-waits = The registration waits for a union ⏳ Yours is not in the list of the county { $county } yet. You hear it here as soon as it is added; choose it and send the registration.
registration-waits-county = The registration waits for a county ⏳ Yours is not in the list of the province { $province } yet. You hear it here as soon as it is added; choose county and union and send the registration.
registration-sent =
    The registration is recorded and was sent to the union ✅
    Receipt code:
    { $receipt }
    We will tell you the outcome here.
registration-sent-again =
    The mended registration was sent to the union again ✅
    The receipt code stays:
    { $receipt }
    We will tell you the outcome here.
registration-extra-check = The union has something to clear up about this licence; the review may take a little longer. Nothing is needed from you.
registration-late = Your province's term of registration was over; it is taken all the same and marked late ⚠️ That does not bar it.
registration-companion = This record is in Behinyar; please register in Behinyab separately.

## Buttons

button-choose-again = Choose another class
button-foreign = No national code
button-national = Has a national code
button-other-province = Another province
button-other-county = Another county
button-county-missing = Not in the list
button-union-missing = Not in the list
button-pick-county = Choose the county
button-look-for-union = Look for my union
button-add-product = Add a product
button-no-more-products = These are all
button-all-products = All products
button-drop-product = Drop this product
button-mend-name = Mend the name
button-mend-measure = Mend the measure
button-mend-capacity = Mend the capacity
button-mend-usual = Mend usual month
button-send-registration = Send registration
