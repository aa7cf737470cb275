### Units, offices, roles and rules: their names, and one message per refusal.

## States

unit-state-submitted = در انتظار ⏳
unit-state-returned = برگشت برای اصلاح ↩️
unit-state-confirmed = تأییدشده ✅
unit-state-rejected = ردشده

## Roles

role-union-approver = تأییدکنندهٔ اتحادیه
role-union-secretary = دبیر اتحادیه
role-county-officer = کارشناس ادارهٔ شهرستان
role-provincial-officer = کارشناس سازمان استان
role-liaison = رابط بهین‌یاب
role-statistics-officer = کارشناس دفتر آمار
role-order-expert = کارشناس ثبت سفارش
role-chamber-officer = کارشناس اتاق اصناف
role-commission-secretary = دبیر کمیسیون نظارت
role-inspector = بازرس
role-observer = ناظر
role-operator = راهبر بهین‌یار

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

office-named-county = ادارهٔ صمت { $office }
office-named-province = سازمان صمت { $office }

## Kinds of offices

office-kind-guild-centre = مرکز اصناف و بازرگانان
office-kind-statistics-office = دفتر آمار و فرآوری داده‌ها
office-kind-import-export-office = دفتر مقررات صادرات و واردات
office-kind-inspection-office = دفتر بازرسی
office-kind-domestic-commerce = معاونت بازرگانی داخلی
office-kind-iran-chamber = اتاق اصناف ایران
office-kind-province = سازمان استان
office-kind-county = ادارهٔ شهرستان
office-kind-commission = کمیسیون نظارت
office-kind-chamber = اتاق اصناف
office-kind-union = اتحادیه

## What a registration says

person-kind-natural = حقیقی
person-kind-legal = حقوقی

trade-class-production = تولیدی
trade-class-distribution = توزیعی
trade-class-services = خدماتی
trade-class-technical-services = خدمات فنی

registration-field-person-kind = نوع شخص
registration-field-first-name = نام
registration-field-last-name = نام خانوادگی
registration-field-company-name = نام شرکت
registration-field-title = نام واحد روی تابلو
registration-field-national-id = کد ملی
registration-field-legal-id = شناسهٔ ملی شرکت
registration-field-licence-number = شمارهٔ پروانهٔ کسب
registration-field-licence-issued = تاریخ صدور پروانه
registration-field-licence-expires = پایان اعتبار پروانه
registration-field-licensed-since = صدور نخستین پروانه
registration-field-guild-id = شناسهٔ صنفی
registration-field-union = اتحادیهٔ صادرکننده
registration-field-trade-class = گروه پروانه
registration-field-postal-code = کد پستی محل کسب
registration-field-address = نشانی
registration-field-location = موقعیت روی نقشه
registration-field-products = محصولات
registration-field-employees = شمار شاغلان
registration-field-business-id = شناسهٔ کسب‌وکار
registration-field-tracking-code = کد رهگیری بهین‌یاب
registration-field-unique-licence-id = شناسهٔ یکتای مجوز

## Parts of the letters

part-heading = سربرگ
part-preamble = مقدمه
part-paragraph-1 = بند ۱
part-paragraph-2 = بند ۲
part-paragraph-3 = بند ۳
part-paragraph-4 = بند ۴
part-paragraph-5 = بند ۵
part-paragraph-6 = بند ۶
part-first-part = بخش نخست
part-second-part = بخش دوم
part-body = متن نامه
part-closing = پایان نامه
part-copies = رونوشت
part-footer = پاورقی

## Rules

rule-key-campaign-days = طول مهلت ثبت‌نام
rule-key-campaign-reminder-days = روزهای یادآوری ثبت‌نام
rule-key-month-entry-day = روز مهلت ثبت آمار
rule-key-month-grace-until = مهلت افزوده
rule-key-review-days = روزهای مهلت بررسی
rule-key-fallback-county-days = روز سکوت تا شهرستان
rule-key-fallback-province-days = روز سکوت تا استان
rule-key-review-history-counts = پذیرش سابقه برای تأیید
rule-key-eligibility-window = شمار ماه‌های بررسی
rule-key-eligibility-needed = شمار ماه‌های لازم
rule-key-eligibility-counts-waiting = شمارش ماه‌های در انتظار
rule-key-reminder-days = روزهای یادآوری
rule-key-invitation-days = روزهای اعتبار دعوت
rule-key-absence-days = بیشترین روزهای جانشینی
rule-key-risk-missing-months = ماه‌های ثبت‌نشده تا هشدار
rule-key-circular-trial-share = درصد ارسال آزمایشی
rule-key-circular-trial-least = کمترین شمار آزمایشی
rule-key-circular-trial-faults = درصد نرسیدن تا توقف
rule-key-circular-reminder-days = روزهای یادآوری بخشنامه
rule-key-circular-reminder-distance = فاصلهٔ دو یادآوری
rule-key-circular-urgent-hours = مهلت خواندن و ابلاغ
rule-key-access-days-union = مهلت درخواست دسترسی نزد اتحادیه
rule-key-access-days-county = مهلت درخواست دسترسی نزد شهرستان
rule-key-access-days-province = مهلت درخواست دسترسی نزد استان
rule-key-access-days-statistics = مهلت درخواست دسترسی نزد دفتر آمار
rule-key-ticket-days = روزهای پاسخ به مشکل
rule-key-ticket-reopen-days = روزهای بازگشایی پیگیری
rule-key-tickets-waiting = پیام بی‌پاسخ هر شخص
rule-key-reports-shown-from = کمترین شمار نمایش گزارش

## Refusals: offices and roles

problem-role-not-yours = این نقش دیگر برای حساب شما فعال نیست و چیزی ثبت نشد. به منوی اصلی برگردید؛ نقش‌های کنونی شما آن‌جاست. اگر باید این نقش را داشته باشید، با ادارهٔ شهرستان یا سازمان استان خود تماس بگیرید.
problem-role-does-not-fit = نقش «{ $role }» را نمی‌توان این‌جا داد: { $office }. دفتری را انتخاب کنید که این نقش در آن است؛ نمونه: تأییدکننده در اتحادیه.
problem-role-already-held = این شخص هم‌اکنون نقش «{ $role }» را در { $name } دارد. کاری لازم نیست.
problem-may-not-grant = نقش شما ({ $own }) به این کار نمی‌رسد و چیزی ثبت نشد. از دفتری که بالاتر است بخواهید آن را انجام دهد؛ نمونه: سازمان استان.
problem-out-of-reach = این کار در اختیار نقش شما ({ $own }) نیست یا آن دفتر زیر نظر شما نیست؛ چیزی ثبت نشد. در دفتری کار کنید که در «نقش و دفتر من» می‌بینید، یا از دفتر بالاتر بخواهید؛ نمونه: سازمان استان.
problem-no-such-office = دفتری که انتخاب شد دیگر در فهرست نیست. لطفاً فهرست را دوباره باز کنید و از نو انتخاب کنید.
problem-office-does-not-fit = دفتری از نوع «{ $kind }» این‌جا جای نمی‌گیرد یا نام آن نوشته نشده است. نام و دفتر بالادست را دوباره بدهید؛ نمونه: اتحادیه زیر ادارهٔ شهرستان.
problem-office-exists = دفتری با نام یا کد «{ $name }» پیش‌تر ثبت شده است. همان را از فهرست انتخاب کنید.

## Refusals: registration

problem-registration-incomplete = هنوز پاسخ این بخش نوشته نشده است: { $field }. آن را بنویسید و دوباره بفرستید؛ پاسخ‌های دیگر شما نگه داشته شده است.
problem-product-count = شمار محصولات { $got } است؛ از { $least } تا { $most } محصول ثبت می‌شود. محصولات را با دکمهٔ اصلاح کم یا زیاد کنید.
problem-product-twice = محصول { $name } دو بار نوشته شده است. یکی را بردارید یا نام آن را روشن‌تر بنویسید؛ نمونه: «کفش چرمی مردانه» و «کفش چرمی زنانه».
problem-product-figures = ظرفیت سالانهٔ { $name } باید بیشتر از صفر و تولید معمول ماهانهٔ آن صفر یا بیشتر باشد. این دو عدد را دوباره بنویسید؛ نمونه: ظرفیت ۲۴٬۰۰۰ و تولید ۱٬۹۰۰.
problem-product-unknown = محصول { $name } دیگر در این ثبت‌نام نیست. فهرست محصولات را دوباره باز کنید و آن را از نو بنویسید.
problem-employees-outside = شمار شاغلان { $got } نوشته شده است؛ با خود شما، این عدد از { $least } تا { $most } است. آن را دوباره بنویسید.
problem-licence-dates = تاریخ صدور پروانه { $issued } و پایان اعتبار آن { $expires } نوشته شده است؛ پایان باید پس از صدور باشد. هر دو را از روی پروانه دوباره بنویسید؛ نمونه: ۱۴۰۳/۰۳/۰۱ تا ۱۴۰۸/۰۳/۰۱
problem-licence-future = تاریخ صدور پروانه { $issued } نوشته شده است که هنوز نرسیده است. تاریخ صدور را از روی پروانه دوباره بنویسید.
problem-licensed-since-later = تاریخ نخستین پروانه { $since } نوشته شده است که پس از صدور پروانهٔ کنونی ({ $issued }) است. یکی از دو تاریخ را از روی پروانه‌ها اصلاح کنید.
problem-not-production = گروه پروانه «{ $trade-class }» انتخاب شده است؛ ثبت آمار برای واحدهای صنفی تولیدی است (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، موضوع نامه). اگر روی پروانهٔ شما «تولیدی» نوشته شده است، همان را انتخاب کنید.
problem-not-a-union = آنچه انتخاب شد اتحادیه نیست. استان و شهرستان را انتخاب کنید و سپس بخشی از نام اتحادیه را بنویسید؛ نمونه: «کفاشان»
problem-location-outside = نقطه‌ای که فرستادید بیرون از ایران است. نقطهٔ محل کسب را روی نقشه پیدا کنید و دوباره بفرستید؛ اگر در محل هستید، موقعیت کنونی را بفرستید.
problem-already-yours =
    این پروانه را پیش‌تر خودتان ثبت کرده‌اید: { $title }
    کد پیگیری: { $receipt }
    برای دیدن آن به منوی اصلی برگردید. اگر واحد دیگری دارید، شمارهٔ پروانه و شناسهٔ صنفی همان واحد را بنویسید.
problem-unit-not-yours = این واحد در میان واحدهای شما نیست. به منوی اصلی برگردید و واحد خود را از آن‌جا باز کنید.
problem-unit-under-review = ثبت‌نام این واحد اکنون نزد اتحادیه است و تا پایان بررسی تغییر نمی‌کند. نتیجه را همین‌جا خبر می‌دهیم.
problem-unit-confirmed = ثبت‌نام این واحد پیش‌تر تأیید شده است ✅ کاری لازم نیست؛ از منوی اصلی می‌توانید آمار ماه را ثبت کنید.
problem-unit-rejected = ثبت‌نام این واحد رد شده است و دوباره فرستاده نمی‌شود. دلیل آن در پیام اتحادیه آمده است؛ اگر برطرف شده است، ثبت‌نام تازه‌ای آغاز کنید.
problem-unit-stale = پس از باز شدن این فرم، ثبت‌نام تغییر کرده است و این بار چیزی ثبت نشد. وضعیت کنونی را باز کنید و از همان‌جا ادامه دهید.

## Refusals: rules

problem-rule-number = برای «{ $rule }» عددی کامل از { $least } تا { $most } لازم است. آن را با رقم بنویسید؛ نمونه: ۱۰
problem-rule-yes-no = برای «{ $rule }» یکی از دو پاسخ بله یا نه لازم است. با دکمه انتخاب کنید.
problem-rule-date = برای «{ $rule }» یک تاریخ لازم است، یا خالی برای برداشتن آن. نمونه: ۱۴۰۶/۰۱/۲۵
problem-rule-days = برای «{ $rule }» روزهایی از { $least } تا { $most } با ویرگول میان آن‌ها لازم است؛ صفر یعنی روز پایانی خود ماه. نمونه: ۰، ۱، ۵، ۸، ۹، ۱۰
problem-rule-past = تاریخ آغاز { $from } گذشته است؛ آنچه پیش‌تر سنجیده شده است عوض نمی‌شود. امروز یا روزی پس از آن را بدهید.
problem-rule-not-yours = نقش شما این قاعده را در این محدوده تعیین نمی‌کند و چیزی ثبت نشد. از سازمان استان بخواهید.
