### Months, reviews and order registration: states, reasons, remarks, refusals, the verdict's sentences.

## States of a month

month-state-submitted = در انتظار ⏳
month-state-returned = برگشت برای اصلاح ↩️
month-state-confirmed = تأییدشده ✅
month-state-rejected = ردشده
month-state-missing = ثبت‌نشده ⬜
month-state-future = هنوز نرسیده
month-state-before-licence = پیش از پروانه

month-mark-submitted = { month-state-submitted }
month-mark-returned = { month-state-returned }
month-mark-confirmed = { month-state-confirmed }
month-mark-rejected = { month-state-rejected }
month-mark-missing = { month-state-missing }
month-mark-future = { month-state-future }
month-mark-before-licence = { month-state-before-licence }

## What asks for a reason, and the unit's reasons

reason-kind-over-capacity = بیش از ظرفیت
reason-kind-jump = تفاوت هزاربرابری
reason-kind-drop = کمتر از نیمِ معمول
reason-kind-sold-over-stock = فروش بیش از موجودی
reason-kind-zero = تولید صفر

reason-extra-shift = شیفت اضافه
reason-new-machine = دستگاه تازه
reason-big-order = سفارش بزرگ
reason-season = فصل کار
reason-stopped-machine = توقف دستگاه
reason-no-material = نبود مواد اولیه
reason-no-order = نبود سفارش
reason-holiday = تعطیلی
reason-illness = بیماری
reason-old-stock = موجودی پیشین
reason-other = دلیل دیگر

reason-code-extra-shift = { reason-extra-shift }
reason-code-new-machine = { reason-new-machine }
reason-code-big-order = { reason-big-order }
reason-code-season = { reason-season }
reason-code-stopped-machine = { reason-stopped-machine }
reason-code-no-material = { reason-no-material }
reason-code-no-order = { reason-no-order }
reason-code-holiday = { reason-holiday }
reason-code-illness = { reason-illness }
reason-code-old-stock = { reason-old-stock }
reason-code-other = { reason-other }

## The union's remarks and rejections

remark-differs-from-licence = با پروانه یکی نیست
remark-licence-expired = اعتبار تمام شده است
remark-incomplete = کامل نیست
remark-not-found = در سامانه یافت نشد
remark-wrong-place = محل درست نیست
remark-wrong-union = اتحادیهٔ دیگری است
remark-implausible = بسیار دور از معمول
remark-wrong-measure = واحد سنجش جابه‌جاست
remark-over-capacity = بیش از ظرفیت است
remark-sold-over-stock = از موجودی بیشتر است
remark-differs-from-documents = با مدارک یکی نیست
remark-other = دلیل دیگر

remark-code-differs-from-licence = { remark-differs-from-licence }
remark-code-licence-expired = { remark-licence-expired }
remark-code-incomplete = { remark-incomplete }
remark-code-not-found = { remark-not-found }
remark-code-wrong-place = { remark-wrong-place }
remark-code-wrong-union = { remark-wrong-union }
remark-code-implausible = { remark-implausible }
remark-code-wrong-measure = { remark-wrong-measure }
remark-code-over-capacity = { remark-over-capacity }
remark-code-sold-over-stock = { remark-sold-over-stock }
remark-code-differs-from-documents = { remark-differs-from-documents }
remark-code-other = { remark-other }

rejection-not-production = تولیدی نیست
rejection-not-a-member = عضو اتحادیه نیست
rejection-claimed-by-other = مالکیت محرز نشد
rejection-unit-closed = واحد تعطیل است
rejection-not-real = تولید واقعی نیست
rejection-other = دلیل دیگر

rejection-code-not-production = { rejection-not-production }
rejection-code-not-a-member = { rejection-not-a-member }
rejection-code-claimed-by-other = { rejection-claimed-by-other }
rejection-code-unit-closed = { rejection-unit-closed }
rejection-code-not-real = { rejection-not-real }
rejection-code-other = { rejection-other }

## The three checks, the basis, the outcome, warnings on a registration

check-licence-valid = اعتبار پروانهٔ کسب
check-place-matches = یکی بودن محل با پروانه
check-real-production = تولید واقعی ماهانه
check-state-unset = بررسی‌نشده ⬜
check-state-holds = درست است ✅
check-state-doubt = جای تردید دارد ⚠️

basis-document-seen = مدرک دیده شد
basis-visit = بازدید از محل
basis-history = سابقهٔ واحد

outcome-approved = تأیید ✅
outcome-returned = برگشت برای اصلاح ↩️
outcome-rejected = رد

unit-warning-licence-expired = اعتبار پروانهٔ کسب بر پایهٔ تاریخ نوشته‌شده تمام شده است ⚠️
unit-warning-contested = واحد دیگری با همین پروانه ثبت‌نام کرده است؛ پیش از تأیید روشن شود ⚠️
unit-warning-no-unique-licence-id = شناسهٔ یکتای مجوز نوشته نشده است ⚠️
unit-warning-guild-id-length = شناسهٔ صنفی ده رقم ندارد؛ با پروانه مقایسه شود ⚠️
unit-warning-usual-over-capacity = تولید معمول ماهانه از ظرفیت نوشته‌شده بیشتر است ⚠️
unit-warning-owner-unproven = این واحد از فهرست اداره وارد شده است و صاحب آن هنوز در بهین‌یار شمارهٔ خود را تأیید نکرده است ⚠️

## Fields, as they are sent back and as they change

field-made = مقدار تولید
field-sold = مقدار فروش
field-sold-value = ارزش فروش
field-employees = شمار شاغلان
field-zero-reason = دلیل تولید صفر
field-over-capacity = دلیل بیش از ظرفیت
field-jump = دلیل تفاوت زیاد
field-drop = دلیل کاهش تولید
field-sold-over-stock = دلیل فروش بیشتر

month-field-made = { field-made }
month-field-sold = { field-sold }
month-field-sold-value = { field-sold-value }
month-field-employees = { field-employees }
month-field-zero-reason = { field-zero-reason }

field-person-kind = نوع شخص
field-first-name = نام
field-last-name = نام خانوادگی
field-company-name = نام شرکت
field-title = نام واحد روی تابلو
field-national-id = کد ملی
field-legal-id = شناسهٔ ملی شرکت
field-licence-number = شمارهٔ پروانهٔ کسب
field-licence-issued = تاریخ صدور پروانه
field-licence-expires = پایان اعتبار پروانه
field-licensed-since = صدور نخستین پروانه
field-guild-id = شناسهٔ صنفی
field-union = اتحادیهٔ صادرکننده
field-trade-class = گروه پروانه
field-postal-code = کد پستی محل کسب
field-address = نشانی
field-location = موقعیت روی نقشه
field-products = محصولات
field-business-id = شناسهٔ کسب‌وکار
field-tracking-code = کد رهگیری بهین‌یاب
field-unique-licence-id = شناسهٔ یکتای مجوز
field-product-name = نام محصول
field-product-measure = واحد سنجش محصول
field-yearly-capacity = ظرفیت سالانه
field-usual-monthly = تولید معمول ماهانه

## Refusals: recording a month

problem-unit-not-confirmed = ثبت‌نام { $title } هنوز تأییدشده نیست (وضعیت: { $state }). آمار ماهانه پس از تأیید ثبت‌نام پذیرفته می‌شود (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۲). نتیجهٔ بررسی را همین‌جا خبر می‌دهیم.
problem-month-not-finished = آمار { $month } هنوز باز نشده است، چون ماه پایان نیافته است. از { $opens } می‌توانید آن را ثبت کنید.
problem-month-before-licence = پروانهٔ کسب این واحد از { $issued } است؛ پس { $month } پیش از آن است و آماری نمی‌خواهد. نخستین ماه { $first } است؛ لطفاً از آن به بعد را انتخاب کنید.
problem-month-under-review = آمار { $month } از { $since } نزد اتحادیه است و تا پایان بررسی تغییر نمی‌کند. نتیجه را همین‌جا خبر می‌دهیم.
problem-month-confirmed = آمار { $month } در { $at } تأیید شده است ✅ کاری لازم نیست. اگر عددی درست نیست، آن را به اتحادیه بگویید.
problem-month-rejected = آمار { $month } در { $at } رد شده است و دوباره فرستاده نمی‌شود. دلیل را در برگهٔ همان ماه می‌بینید؛ برای پرسش به اتحادیه مراجعه کنید.
problem-month-stale = پس از باز شدن این فرم، آمار { $month } تغییر کرده است و این بار چیزی ثبت نشد. ماه را دوباره باز کنید؛ نوشته‌های شما مانده است.
problem-month-unknown = این ماه در میان ماه‌های ثبت‌شدهٔ شما نیست. لطفاً آن را از «ماه‌های من» انتخاب کنید.
problem-month-product-missing = برای { $name } هنوز مقداری نوشته نشده است. اگر در این ماه تولیدی نداشت، صفر بنویسید.
problem-month-product-unknown = فهرست محصولات این واحد تغییر کرده است و این بار چیزی ثبت نشد. ماه را دوباره باز کنید و مقدار هر محصول را ببینید.
problem-month-figure-outside = عددی که برای { $field } ({ $name }) آمده است در این‌جا نمی‌گنجد. مقدار، صفر یا بیشتر است و تا دوازده رقم و سه رقم اعشار دارد؛ ارزش فروش تا پانزده رقم ریال. نمونه: ۱۲۵۰٫۵
problem-value-without-sale = برای { $name } ارزش فروش نوشته شده، ولی مقدار فروش صفر است. مقدار فروش را هم بنویسید، یا ارزش را صفر کنید.
problem-month-employees-outside = شمار شاغلان { $got } نوشته شده است؛ این عدد از { $least } تا { $most } است. شمار کارکنان همین ماه را با خود شما بنویسید. نمونه: ۶
problem-zero-with-quantity = این ماه با تولید صفر آمده است، ولی برای { $name } مقدار تولید نوشته شده است. مقدار را صفر کنید، یا ماه را با تولید ثبت کنید.
problem-month-reason-missing = مقدار { $name } نیاز به دلیل دارد: { $kind }. اگر درست است، دلیل آن را انتخاب کنید تا اتحادیه هم ببیند؛ اگر نه، مقدار را اصلاح کنید.
problem-zero-reason-missing = برای { $month } تولیدی نوشته نشده است. تولید صفر هم آمار کاملی است و دلیل می‌خواهد؛ لطفاً یکی از دلیل‌ها را انتخاب کنید، مانند «نبود سفارش».
problem-month-note-missing = برای «دلیل دیگر» چند واژه توضیح لازم است (تا { $most } نویسه). نمونه: «جابه‌جایی کارگاه در نیمهٔ دوم ماه»

## Refusals: the union's decisions

problem-review-not-yours = این مورد با نقش کنونی شما بررسی نمی‌شود و چیزی ثبت نشد. شاید نقش پایان یافته یا مورد از اتحادیهٔ دیگری است؛ صندوق خود را از منوی اصلی باز کنید.
problem-own-unit = این واحد از آنِ خود شماست و کسی واحد خودش را بررسی نمی‌کند. کس دیگری آن را می‌بیند.
problem-conflict-of-interest = دربارهٔ این واحد تعارض منافع اعلام شده است، پس آن را کس دیگری بررسی می‌کند. اگر این اعلام را خودتان کرده‌اید و درست نیست، آن را از «تعارض منافع» در صندوق پس بگیرید.
problem-in-place-too-early = این مورد هنوز در نوبت { $union } است و چیزی ثبت نشد. اگر تا { $from } پاسخی ندهد، از آن روز می‌توانید به جای آن تصمیم بگیرید (قاعدهٔ «{ $rule }»: { $days } روز).
problem-in-place-closed = این مورد را تنها { $union } بررسی می‌کند: قاعدهٔ «{ $rule }» اجازهٔ تصمیم به جای آن نمی‌دهد. اگر پاسخ دیر شده است، از اتحادیه بپرسید.
problem-already-decided = همکار شما پیش از این بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-by = همکار شما، { $by }، پیش از این بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-in-place = همکار شما، { $by }، به جای { $holder } پیش از این بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-by-union = { $office } پیش از شما بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-by-county = ادارهٔ صمت { $office } به جای اتحادیه بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-by-province = سازمان صمت { $office } به جای اتحادیه بررسی کرده است: { $outcome }، { $at }. کاری لازم نیست.
problem-already-decided-by-you = پاسخ شما پیش از این ثبت شده است: { $outcome }، { $at }. کاری لازم نیست.
problem-review-stale = پس از این نمایش، واحد آن را اصلاح کرده و دوباره فرستاده است؛ چیزی ثبت نشد. نمایش تازه را ببینید و دوباره تصمیم بگیرید.
problem-checks-missing = برای تأیید ثبت‌نام هر سه بررسی باید درست باشد (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۲). هنوز مانده است: { $checks }. آن‌ها را ببینید، یا ثبت‌نام را برای اصلاح برگردانید.
problem-history-not-allowed = با تنظیم کنونی، سابقهٔ واحد به‌تنهایی پایهٔ تأیید نیست. یکی از این دو را انتخاب کنید: مدرک دیده شد، یا بازدید از محل.
problem-registration-contested = واحد تأییدشدهٔ دیگری همین پروانه را دارد: { $title }، کد پیگیری { $receipt }. تا روشن شدن آن، این ثبت‌نام تأیید نمی‌شود؛ می‌توانید آن را برگردانید یا رد کنید.
problem-renewal-over = پروانهٔ تمدیدشده دیگر از پروانهٔ کنونی جلوتر نیست یا پایان یافته است. آن را برای اصلاح پایان اعتبار برگردانید.
problem-remark-missing = برای برگشت، دست‌کم یک بخش و دلیل آن لازم است تا واحد بداند چه چیزی را اصلاح کند. نمونه: مقدار فروش، از موجودی بیشتر است.
problem-remark-does-not-fit = این دلیل با بخش انتخاب‌شده جور نیست و چیزی ثبت نشد. بخش را دوباره انتخاب کنید، سپس یکی از دلیل‌های همان بخش را.
problem-rejection-does-not-fit = آمار ماهانه با این دلیل رد نمی‌شود و چیزی ثبت نشد. یکی از دلیل‌های فهرست را انتخاب کنید، مانند «تولید واقعی نیست».
problem-review-note-missing = برای «دلیل دیگر» چند واژه توضیح لازم است (تا { $most } نویسه). نمونه: «شمارهٔ پروانه در دفتر اتحادیه نیست»
## Refusals: conflicts of interest

problem-conflict-not-yours = این اعلام را با نقش کنونی نمی‌توان دید یا برداشت؛ شاید پیش از این برداشته شده است. فهرست «تعارض منافع» وضعیت کنونی را نشان می‌دهد.
problem-conflict-no-such-approver = کسی که انتخاب شد اکنون واحد شما را بررسی نمی‌کند؛ چیزی ثبت نشد. اگر لازم است، از فهرست تازه انتخاب کنید.
problem-conflict-lifted = این اعلام را ادارهٔ صمت { $office } در { $at } بررسی کرده و برداشته است و دوباره ثبت نمی‌شود. اگر چیز تازه‌ای هست، با همان اداره گفت‌وگو کنید.

## Refusals: the expert's look-up

problem-look-up-not-yours = جست‌وجوی واحدها با نقش کنونی شما انجام نمی‌شود. شاید نقش پایان یافته است؛ منوی اصلی را باز کنید.
problem-look-up-not-an-id = از این نوشته شناسه‌ای خوانده نشد. یکی از شناسه‌های واحد یا کد پیگیری را بنویسید. نمونه: کد ملی با ده رقم
problem-look-up-no-such-unit = چنین واحدی در استان شما نیست. شناسه را یک بار دیگر از روی پرونده بخوانید و دوباره بنویسید.

## The verdict for order registration

eligibility-outcome-met = بر پایهٔ آمار ثبت‌شده در بهین‌یار، شرط‌های احراز نیاز فراهم است ✅
eligibility-outcome-not-yet = آمار ثبت‌شده در بهین‌یار هنوز برای احراز نیاز کافی نیست.
eligibility-outcome-nothing-recorded = در بهین‌یار هنوز آماری از این واحد ثبت نشده است ⬜
eligibility-outcome-licence-expired = بر پایهٔ تاریخ ثبت‌شده، اعتبار پروانهٔ کسب تمام شده است ⚠️
eligibility-outcome-unit-not-confirmed = ثبت‌نام این واحد هنوز تأییدشده نیست ⏳

verdict-reason-statistics-alone = مبنای بررسی فقط آمار تولید است
verdict-reason-enough-months = در { $window } ماه گذشته { $counted } ماه شمرده می‌شود؛ حد لازم { $needed } ماه است
verdict-reason-few-months = در { $window } ماه گذشته { $counted } ماه شمرده می‌شود؛ حد لازم { $needed } ماه است
verdict-reason-no-months = در { $window } ماه گذشته ماهی شمرده نمی‌شود؛ حد لازم { $needed } ماه است
verdict-reason-window = آمار { $window } ماه گذشته دیده می‌شود
verdict-reason-waiting-counted = { $waiting } ماه در انتظار تأیید است و در این نتیجه شمرده شده است
verdict-reason-waiting-not-counted = { $waiting } ماه در انتظار تأیید است و در این نتیجه شمرده نشده است
verdict-reason-licence-valid = پروانهٔ کسب تا { $expires } اعتبار دارد
verdict-reason-licence-expired = اعتبار پروانهٔ کسب در { $expires } پایان یافته است
verdict-reason-renewal-waits = پروانهٔ تمدیدشده از { $since } در انتظار تأیید اتحادیه است و تا آن زمان تاریخ‌های پیشین شمرده می‌شود
verdict-reason-unit-not-confirmed = ثبت‌نام واحد باید تأیید شود؛ اکنون: { $state }
verdict-reason-no-documents = برای این بررسی نیازی به مدرک تولید یا نامهٔ اتحادیه نیست

remedy-register-anew = ثبت‌نام تازه‌ای بفرستید؛ ثبت‌نام پیشین رد شده است.
remedy-correct-registration = ثبت‌نام را اصلاح کنید و دوباره بفرستید تا اتحادیه آن را تأیید کند.
remedy-confirm-registration = اتحادیه ثبت‌نام را تأیید کند.
remedy-renew-licence = پروانهٔ کسب را تمدید کنید و با «پروانه تمدید شد» تاریخ تازه را بفرستید تا اتحادیه آن را تأیید کند.
remedy-confirm-licence = اتحادیه پروانهٔ تمدیدشده را تأیید کند (در نوبت از { $since }).
remedy-correct-licence = آنچه را از پروانهٔ تمدیدشده برگشته است اصلاح کنید و دوباره بفرستید تا اتحادیه آن را تأیید کند.
remedy-confirm-months = اتحادیه آمار { $months } را تأیید کند (در نوبت از { $since }).
remedy-correct-months = آمار { $months } را که برگشته است اصلاح کنید و دوباره بفرستید.
remedy-record-months = آمار عقب‌ماندهٔ { $months } را هرچه زودتر ثبت کنید.
remedy-record-months-until = آمار { $months } را ثبت کنید؛ مهلت تازه‌ترین ماه تا { $until } است.
remedy-record-coming-months = آمار { $months } را پس از پایان هر ماه ثبت کنید.
remedy-ask-province = تنظیم کنونی ماه‌هایی بیش از ماه‌های بررسی می‌خواهد؛ از سازمان استان بپرسید.
