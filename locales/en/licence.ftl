### A renewed licence, as the owner states it.

renewal-heading = Renewed licence of { $unit } · the present one is valid until { $expires }
renewal-ask-number =
    Please write the number of the renewed licence.
    If it is the same, tap “The same number”. The present number:
    { $number }
renewal-ask-issued =
    Please write the issue date of the renewed licence.
    The months before it stay as they are. The year with four digits, in the Jalali calendar, from the new licence. Example: 1405/09/01 or “1 Azar 1405”
renewal-ask-expires =
    Please write the last day of the renewed licence.
    Order registration needs a valid licence. A permanent licence is valid for five years, a temporary one for one year. The date stands beside the issue date. Example: 1410/09/01
button-same-number = The same number
renewal-summary =
    Renewed licence of { $unit }
    The present one is valid until { $expires }. The renewed one:
renewal-before-sending = If everything is right, send it to the union. Until the union confirms it, the dates of the present licence count; your past months stay as they are.
button-send-renewal = Send the licence
renewal-sent =
    The renewed licence was sent to the union.
    Receipt code:
    { $receipt }
    We tell you the result here. Until the union confirms it, the dates of the present licence count.
renewal-waits = The renewed licence waits with the union ⏳ We tell you the result here.

renewal-state-submitted = waiting ⏳
renewal-state-returned = returned for correction ↩️
renewal-state-confirmed = confirmed ✅

problem-renewal-not-later = The last day is written as { $expires }, and the present licence is valid until { $old }. A renewed licence ends after that and after today; please write its last day from the new licence. Example: 1410/02/31
problem-renewal-not-confirmed = The registration of { $title } is not confirmed yet ({ $state }); the dates of the licence stand in the registration. Please correct them there once it comes back.
problem-renewal-under-review = The renewed licence waits with the union since { $since } ⏳ It does not change until the union answers.
