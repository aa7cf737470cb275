# The month: calendar, form, recorded month, sheet for Behinyab, receipt.

## The calendar

month-calendar = ماه‌های { $unit } در سال { $year }
month-legend =
    برای ثبت، اصلاح یا دیدن، یکی از ماه‌ها را انتخاب کنید.
    نشانه‌ها: ✅ تأییدشده · ⏳ در انتظار · ↩️ برگشت برای اصلاح · ⬜ ثبت‌نشده · ⏸ تولید صفر · ⚠️ ردشده
    ماه بی‌نشانه یا هنوز پایان نیافته یا پیش از پروانهٔ کسب است.
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
button-month-year-before = سال پیش
button-month-year-after = سال بعد

## The form: what was made

month-of-unit = واحد: { $unit }
month-ask-kind =
    در { $month } تولید داشتید؟
    { $due }
    ماه بی‌تولید را هم ثبت کنید: صفر با دلیل، آمار کامل است و بهتر از جای خالی است.
month-due = مهلت ثبت { $month } تا { $due } است.
month-due-late = مهلت ثبت { $month } تا { $due } بود؛ اکنون هم پذیرفته می‌شود و با نشان دیرکرد می‌ماند.
button-month-with-production = بله، تولید داشتیم
button-month-without = نه، تولید صفر بود
month-kind-made = با تولید
month-kind-zero = تولید صفر ⏸
month-ask-made =
    { $month }، { $product }: چه مقدار تولید کردید؟
    { $known }
    این عدد پایهٔ بررسی اتحادیه است. آن را به { $measure } بنویسید؛ اگر واحد سنجش دیگری به کار می‌برید، نام آن را هم بنویسید. { $example }
month-known-previous = تولید { $previous }: { $amount }.
month-known-usual = تولید معمول ماهانهٔ شما: { $amount }.
month-example-whole = نمونه: ۱٬۲۰۰ یا «هزار و دویست»
month-example-weight = نمونه: «۱٬۲۰۰ کیلو» یا «دو تن و نیم»
month-example-part = نمونه: ۱۲٫۵ { $measure }
month-echo-made =
    { $month }، { $product }: { $value }.
    درست است؟
button-month-none-made = تولید نداشتم
month-ask-back = عدد «{ $typed }» را بیش از یک گونه می‌توان خواند. منظور شما کدام است؟
month-reading = { $value }
month-reading-money = { $toman } تومان

## The form: reasons

month-why-over-capacity =
    { $product }: { $amount } از ظرفیت ماهانهٔ ثبت‌شده ({ $limit }) بیشتر است.
    اگر درست است، دلیل آن را انتخاب کنید تا اتحادیه هم ببیند.
month-why-jump =
    { $product }: { $amount } با مقدار معمول ({ $limit }) هزار برابر یا بیشتر تفاوت دارد؛ شاید واحد سنجش جابه‌جا شده است، مانند کیلوگرم و تن.
    اگر درست است، دلیل آن را انتخاب کنید تا اتحادیه هم ببیند.
month-why-drop =
    { $product }: { $amount } از نیمِ مقدار معمول ({ $limit }) کمتر است.
    اگر درست است، دلیل آن را انتخاب کنید تا اتحادیه هم ببیند.
month-why-sold-over-stock =
    { $product }: فروش { $amount } از تولید و موجودی ثبت‌شده در بهین‌یار ({ $limit }) بیشتر است.
    اگر درست است، دلیل آن را انتخاب کنید تا اتحادیه هم ببیند.
button-month-mistake = اشتباه نوشتم
button-month-mend-sold = اصلاح مقدار فروش
button-month-mend-made = اصلاح مقدار تولید
month-ask-note =
    دلیل آن را با چند واژه بنویسید تا اتحادیه هم ببیند.
    نمونه: «جابه‌جایی کارگاه در نیمهٔ دوم ماه»
month-ask-zero-reason =
    در { $month } تولیدی نداشتید؛ دلیل اصلی آن چه بود؟
    دلیل در کنار صفر می‌ماند تا اتحادیه بداند کار واحد ادامه دارد.

## The form: sales and people

month-ask-from-stock =
    در { $month } از موجودی فروش داشتید؟
    فروش کالاهایی که پیش‌تر ساخته بودید، در آمار همین ماه نوشته می‌شود.
button-month-sold-stock = بله، فروش داشتم
month-ask-sold =
    { $month }، { $product }: چه مقدار فروختید؟
    فروش از موجودی پیشین هم در همین عدد است. آن را به { $measure } بنویسید؛ اگر واحد سنجش دیگری به کار می‌برید، نام آن را هم بنویسید. { $example }
button-month-none-sold = فروش نداشتم
month-echo-sold =
    { $month }، فروش { $product }: { $value }.
    درست است؟
month-ask-sold-value =
    { $month }، { $product }: ارزش فروش این { $sold } چقدر بود؟
    جمع فاکتورهای همین ماه را بنویسید. عدد تنها، ریال خوانده می‌شود؛ اگر تومان است، تومان را هم بنویسید.
    نمونه: ۱٬۲۰۰٬۰۰۰٬۰۰۰ یا «۱۲۰ میلیون تومان»
month-echo-sold-value =
    { $month }، ارزش فروش { $product }: { $value }.
    درست است؟
month-ask-employees =
    در { $month } چند نفر در واحد کار می‌کردند؟
    خود شما هم شمرده می‌شوید. نمونه: ۶
month-people = { $number } نفر
button-month-same-people = همان { $number } نفر

## Labels of the summary

month-label-kind = این ماه
month-label-product = محصول
month-label-made-of = تولید { $short }
month-label-sold-of = فروش { $short }
month-label-sold-value-of = ارزش فروش { $short }
month-label-why = دلیل ({ $kind })
month-label-why-of = دلیل { $short } ({ $kind })
month-label-note = توضیح دلیل
month-label-note-of = توضیح دلیل { $short }
month-label-zero-reason = دلیل تولید صفر
month-label-from-stock = فروش از موجودی
month-label-employees = شمار شاغلان

## Summary and confirmation

month-summary = آمار { $month } · { $unit }
month-late = مهلت این ماه تا { $due } بود ⚠️ آمار شما پذیرفته می‌شود و با نشان دیرکرد می‌ماند.
month-summary-closing = عددها را یک بار دیگر ببینید. پس از ثبت نهایی، آمار برای اتحادیه فرستاده می‌شود و تا پایان بررسی تغییر نمی‌کند.
month-summary-again = عددها را یک بار دیگر ببینید. پس از ثبت نهایی، آمار دوباره برای اتحادیه فرستاده می‌شود؛ کد پیگیری همان است.
button-month-hand-in = ثبت نهایی آمار

## Receipt

month-receipt =
    آمار { $month } { $unit } ثبت و برای اتحادیه فرستاده شد.
    کد پیگیری:
    { $code }
month-receipt-again =
    آمار { $month } { $unit } اصلاح و دوباره برای اتحادیه فرستاده شد.
    کد پیگیری همان است:
    { $code }
month-receipt-late = با نشان دیرکرد ثبت شد، چون مهلت آن گذشته بود.
month-receipt-outage = دسترسی به بهین‌یار قطع بود؛ زمان آغاز قطعی برای شما در نظر گرفته شد.
month-receipt-closing = نتیجه را همین‌جا خبر می‌دهیم. این ثبت در بهین‌یار است؛ ثبت در بهین‌یاب را جداگانه انجام دهید.
button-month-sheet = برگهٔ بهین‌یاب
month-moved-on = آمار { $month } در این میان از جای دیگری فرستاده یا بررسی شده است؛ پاسخ‌های نیمه‌کارهٔ این فرم کنار گذاشته شد. وضعیت کنونی را پایین می‌بینید.

## A recorded month

month-card =
    آمار { $month } · { $unit }
    وضعیت: { $state }
month-card-late = با نشان دیرکرد ثبت شده است.
month-card-line =
    { $product }: تولید { $made } · فروش { $sold }
    ارزش فروش: { $value }
month-card-unsold = { $product }: تولید { $made } · بدون فروش
month-card-reason = { $kind }؛ دلیل: { $reason }
month-card-reason-note = { $kind }؛ دلیل: { $reason }، { $note }
month-card-reason-of = { $product }، { $kind }؛ دلیل: { $reason }
month-card-reason-of-note = { $product }، { $kind }؛ دلیل: { $reason }، { $note }
month-card-employees = شاغلان: { $number } نفر
month-card-rejected = دلیل رد: { $reason }
month-card-note = توضیح بررسی‌کننده: { $note }
month-card-receipt =
    کد پیگیری:
    { $code }

## The sheet for Behinyab

month-sheet =
    برگهٔ بهین‌یاب · { $month } · { $unit }
    هر عدد را رونوشت بگیرید و خودتان در بهین‌یاب بنویسید؛ بهین‌یار آن‌جا چیزی ثبت نمی‌کند.
month-sheet-line =
    { $product }
    تولید ({ $measure }):
    { $made }
    فروش ({ $measure }):
    { $sold }
    ارزش فروش (ریال):
    { $value }
month-sheet-employees =
    شاغلان (نفر):
    { $number }
month-sheet-closing = رمز بهین‌یاب را به کسی ندهید؛ این‌جا هم هرگز پرسیده نمی‌شود.
