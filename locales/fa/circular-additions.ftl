# The question of comprehension of a circular, at the desk.


button-circular-question = پرسش درک مطلب
button-clause = بند { $n }
button-clause-none = هیچ بندی
circular-field-says = استناد
circular-card-question = پرسش درک مطلب: { $text }
question-field-text = پرسش
question-field-option = گزینهٔ { $n }
question-field-right = پاسخ درست
question-ask-text =
    چه پرسشی نشان می‌دهد که بخشنامه درست فهمیده شده است؟
    گیرنده پس از «خواندم» به آن پاسخ می‌دهد و شمار پاسخ‌ها را به تفکیک بند می‌بینید. نمونه: آمار هر ماه تا چه روزی ثبت می‌شود؟
question-ask-option = گزینهٔ { $n } را بنویسید، کوتاه و روشن. نمونه: تا دهم ماه بعد
question-ask-another = گزینهٔ { $n } را بنویسید، یا بگویید همین گزینه‌ها بس است.
button-question-enough = همین‌ها بس است
question-ask-right = کدام گزینه درست است؟
question-ask-clause =
    گزینهٔ «{ $option }» به کدام بند برمی‌گردد؟
    اگر کسی آن را اشتباه انتخاب کند، می‌بینید کدام بند روشن نبوده است.
question-check = پرسش را یک بار دیگر ببینید.
button-question-save = ثبت پرسش
question-saved = پرسش ثبت شد ✅
question-stands =
    پرسش بخشنامهٔ { $number }:
    { $text }
question-option = گزینه: { $text } ({ $says })
question-option-right = گزینه: { $text } ({ $says }) ✅
question-says-clause = بند { $n }
question-says-text = متن
button-question-change = پرسش دیگر
button-question-remove = برداشتن پرسش
question-removed = پرسش برداشته شد.
