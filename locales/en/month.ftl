# The month: calendar, form, recorded month, sheet for Behinyab, receipt.

## The calendar

month-calendar = The months of { $unit } in { $year }
month-legend =
    Choose a month to record, mend or read it.
    Signs: ✅ confirmed · ⏳ waiting · ↩️ returned for correction · ⬜ not recorded · ⏸ zero production · ⚠️ rejected
    A month without a sign has not ended yet or lies before the licence.
month-cell-submitted = { $month } ⏳
month-cell-submitted-zero = { $month } ⏳⏸
month-cell-returned = { $month } ↩️
month-cell-returned-zero = { $month } ↩️⏸
month-cell-confirmed = { $month } ✅
month-cell-confirmed-zero = { $month } ✅⏸
month-cell-rejected = { $month } ⚠️
month-cell-rejected-zero = { $month } ⚠️⏸
month-cell-missing = { $month } ⬜
month-cell-future = { $month }
month-cell-before-licence = { $month }
button-month-year-before = Year before
button-month-year-after = Year after

## The form: what was made

month-of-unit = Unit: { $unit }
month-ask-kind =
    Was anything made in { $month }?
    { $due }
    Record a month without production too: a zero with its reason is a full record and better than a gap.
month-due = { $month } is on time until { $due }.
month-due-late = { $month } was on time until { $due }; it is still accepted now and stays marked as late.
button-month-with-production = Yes, we produced
button-month-without = No, zero production
month-kind-made = with production
month-kind-zero = zero production ⏸
month-ask-made =
    { $month }, { $product }: how much did you make?
    { $known }
    The union looks at this figure. Write it in { $measure }; if you use another measure, write its name too. { $example }
month-known-previous = Made in { $previous }: { $amount }.
month-known-usual = Your usual month: { $amount }.
month-example-whole = Example: 1,200
month-example-weight = Example: “1,200 kg” or “2.5 tonnes”
month-example-part = Example: 12.5 { $measure }
month-echo-made =
    { $month }, { $product }: { $value }.
    Is that right?
button-month-none-made = None made
month-ask-back = “{ $typed }” can be read in more than one way. Which one do you mean?
month-reading = { $value }
month-reading-money = { $toman } toman

## The form: reasons

month-why-over-capacity =
    { $product }: { $amount } is more than the registered monthly capacity ({ $limit }).
    If it is right, choose the reason, so that the union sees it too.
month-why-jump =
    { $product }: { $amount } differs a thousandfold or more from what is usual ({ $limit }); perhaps the units were mixed up, such as kilograms and tonnes.
    If it is right, choose the reason, so that the union sees it too.
month-why-drop =
    { $product }: { $amount } is less than half of what is usual ({ $limit }).
    If it is right, choose the reason, so that the union sees it too.
month-why-sold-over-stock =
    { $product }: sales of { $amount } are more than the production and stock recorded in Behinyar ({ $limit }).
    If it is right, choose the reason, so that the union sees it too.
button-month-mistake = I mistyped
button-month-mend-sold = Mend the sale
button-month-mend-made = Mend the production
month-ask-note =
    Write the reason in a few words, so that the union sees it too.
    Example: “The workshop moved in the second half of the month”
month-ask-zero-reason =
    Nothing was made in { $month }; what was the main reason?
    The reason stays beside the zero, so that the union knows that the unit goes on working.

## The form: sales and people

month-ask-from-stock =
    Did you sell from stock in { $month }?
    What you had made earlier and sold this month belongs to this month.
button-month-sold-stock = Yes, we sold
month-ask-sold =
    { $month }, { $product }: how much did you sell?
    Sales from earlier stock are part of this figure. Write it in { $measure }; if you use another measure, write its name too. { $example }
button-month-none-sold = Nothing sold
month-echo-sold =
    { $month }, { $product } sold: { $value }.
    Is that right?
month-ask-sold-value =
    { $month }, { $product }: what was the value of these { $sold }?
    Write the sum of this month's invoices. A bare number is read as rial; if it is toman, write toman too.
    Example: 1,200,000,000 or “120 million toman”
month-echo-sold-value =
    { $month }, { $product }, value of sales: { $value }.
    Is that right?
month-ask-employees =
    How many people worked in the unit in { $month }?
    You yourself count too. Example: 6
month-people = { $number } people
button-month-same-people = Still { $number } people

## Labels of the summary

month-label-kind = This month
month-label-product = Product
month-label-made-of = { $short }, made
month-label-sold-of = { $short }, sold
month-label-sold-value-of = { $short }, value of sales
month-label-why = Reason ({ $kind })
month-label-why-of = { $short }, reason ({ $kind })
month-label-note = Words of the reason
month-label-note-of = { $short }, words of the reason
month-label-zero-reason = Reason for zero
month-label-from-stock = Sold from stock
month-label-employees = People at work

## Summary and confirmation

month-summary = { $month } · { $unit }
month-late = This month was on time until { $due } ⚠️ It is accepted all the same and stays marked as late.
month-summary-closing = Look at the figures once more. After the final confirmation the month goes to the union and does not change until it is reviewed.
month-summary-again = Look at the figures once more. After the final confirmation the month goes to the union again; the receipt stays the same.
button-month-hand-in = Confirm finally

## Receipt

month-receipt =
    { $month } of { $unit } is recorded and was sent to the union.
    Receipt:
    { $code }
month-receipt-again =
    { $month } of { $unit } is corrected and was sent to the union again.
    The receipt is the same:
    { $code }
month-receipt-late = It is recorded as late, because it was due earlier.
month-receipt-outage = Behinyar could not be reached; the start of the outage was counted for you.
month-receipt-closing = You will hear the result here. This record is in Behinyar; record it in Behinyab separately.
button-month-sheet = Behinyab sheet
month-moved-on = { $month } was sent or reviewed elsewhere meanwhile; the half-filled answers of this form were put aside. You see below how it stands.

## A recorded month

month-card =
    { $month } · { $unit }
    State: { $state }
month-card-late = Recorded as late.
month-card-line =
    { $product }: made { $made } · sold { $sold }
    Value of sales: { $value }
month-card-unsold = { $product }: made { $made } · nothing sold
month-card-reason = { $kind }; reason: { $reason }
month-card-reason-note = { $kind }; reason: { $reason }, { $note }
month-card-reason-of = { $product }, { $kind }; reason: { $reason }
month-card-reason-of-note = { $product }, { $kind }; reason: { $reason }, { $note }
month-card-employees = At work: { $number } people
month-card-rejected = Rejected because: { $reason }
month-card-note = The reviewer's note: { $note }
month-card-receipt =
    Receipt:
    { $code }

## The sheet for Behinyab

month-sheet =
    Behinyab sheet · { $month } · { $unit }
    Copy each figure and write it into Behinyab yourself; Behinyar records nothing there.
month-sheet-line =
    { $product }
    Made ({ $measure }):
    { $made }
    Sold ({ $measure }):
    { $sold }
    Value of sales (rial):
    { $value }
month-sheet-employees =
    At work (people):
    { $number }
month-sheet-closing = Give your Behinyab password to nobody; it is never asked for here either.
