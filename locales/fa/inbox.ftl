# The union's inbox.

inbox =
    صندوق { $office }
    ثبت‌نام در انتظار: { $units } · آمار ماهانه در انتظار: { $months }
    قدیمی‌ترین‌ها نخست می‌آیند.
inbox-empty =
    صندوق { $office }
    اکنون چیزی در انتظار شما نیست ✅
inbox-many = بیش از ۹۹
inbox-pile-month = آمار ماهانه ({ $n })
inbox-pile-unit = ثبت‌نام‌ها ({ $n })
inbox-page-month = آمار ماهانهٔ در انتظار، قدیمی‌ترین نخست:
inbox-page-unit = ثبت‌نام‌های در انتظار، قدیمی‌ترین نخست:
inbox-page-empty = این بخش اکنون خالی است ✅
inbox-item-month = { $title } · { $month }
inbox-line-month = { $title } · { $month } · { $days } { $marks }
inbox-line-unit = { $title } · { $days } { $marks }
inbox-mark-again = ↩️ اصلاح‌شده
inbox-mark-late = ⚠️ دیرکرد
inbox-mark-zero = ⏸ تولید صفر
inbox-mark-contested = ⚠️ پروانه نیاز به بررسی دارد
inbox-since-today = از امروز
inbox-since-days = از { $days } روز پیش
inbox-done = همهٔ این بخش بررسی شد ✅
joint-space = _

button-next-item = بعدی
button-details = جزئیات
button-approve-unit = تأیید ثبت‌نام
button-approve-month = تأیید آمار { $month }
button-send-back = برگشت برای اصلاح
button-reject = رد
button-return-now = برگشت بده
button-reject-now = رد کن
button-check-licence-valid-holds = پروانه معتبر است
button-check-licence-valid-holds-chosen = پروانه معتبر ✅
button-check-licence-valid-doubt = پروانه تردید دارد
button-check-licence-valid-doubt-chosen = پروانه تردید ⚠️
button-check-place-matches-holds = محل یکی است
button-check-place-matches-holds-chosen = محل یکی است ✅
button-check-place-matches-doubt = محل تردید دارد
button-check-place-matches-doubt-chosen = محل تردید ⚠️
button-check-real-production-holds = تولید واقعی است
button-check-real-production-holds-chosen = تولید واقعی ✅
button-check-real-production-doubt = تولید تردید دارد
button-check-real-production-doubt-chosen = تولید تردید ⚠️

review-role-over = این نقش دیگر با شما نیست؛ کاری انجام نشد. اگر این درست نیست، از اداره‌ای که نقش را داده است بپرسید.
review-unit =
    { $title } · ثبت‌نام · در نوبت { $days }
    وضعیت: { $state }
review-month =
    { $title } · { $month } · در نوبت { $days }
    وضعیت: { $state }
review-label-owner = مالک
review-label-company = شرکت
review-label-licence = پروانهٔ کسب
review-label-licence-dates = اعتبار پروانه
review-label-guild-id = شناسهٔ صنفی
review-label-place = نشانی
review-label-postal-code = کد پستی
review-label-location = موقعیت
review-label-employees = شاغلان
review-label-national-id = کد ملی
review-label-legal-id = شناسهٔ ملی
review-label-business-id = شناسهٔ کسب‌وکار
review-label-tracking-code = کد رهگیری
review-label-unique-licence-id = شناسهٔ یکتا
review-dates = از { $issued } تا { $expires }
review-product = { $name }: معمول ماهانه { $usual } · ظرفیت سالانه { $capacity }
review-rival = واحد دیگری با همین پروانه هست: { $title } ({ $state })، کد پیگیری { $receipt }
review-checks = سه بررسی نامهٔ ۶۰/۲۲۷۲۱۰ (۱۳۹۸/۰۸/۲۶، بند ۲): هر یک را پس از دیدن مدرک یا محل مشخص کنید. دکمهٔ تأیید وقتی می‌آید که هر سه برقرار باشد.
review-late = ⚠️ با دیرکرد ثبت شده است.
review-outage = در زمان قطعی ما فرستاده شده و به‌موقع شمرده شده است.
review-zero = ⏸ تولید صفر
review-made = { $name }: { $made }
review-made-before = { $name }: { $made } ({ $month }: { $previous })
review-capacity = ظرفیت ماهانه: { $capacity }
review-sold = فروش: { $sold } · { $value }
review-employees = شاغلان: { $n } نفر
review-reason = ⚠️ { $kind }؛ دلیل: { $reason }
review-reason-note = ⚠️ { $kind }؛ دلیل: { $reason }، { $note }
review-changes = آنچه از بار پیش تغییر کرده است:
review-change = { $field }: { $before } ← { $after }
review-nothing = خالی
review-field-of = { $field } ({ $product })
review-last-returned = بار پیش ({ $at }) { $office } آن را برگردانده بود ↩️
review-last-approved = تأیید { $office } در { $at } ✅
review-last-rejected = رد { $office } در { $at }
review-remark = بخش: { $field }. دلیل: { $reason }
review-remark-note = بخش: { $field }. دلیل: { $reason }. توضیح: { $note }
review-rejected-for = دلیل رد: { $reason }
review-note = توضیح: { $note }

ask-basis-unit = ثبت‌نام { $title } بر چه پایه‌ای تأیید می‌شود؟
ask-basis-month = آمار { $title } بر چه پایه‌ای تأیید می‌شود؟
decided-approve-unit = ثبت‌نام { $title } تأیید شد ✅ پایه: { $basis }. به واحد خبر داده می‌شود.
decided-approve-month = آمار { $title } تأیید شد ✅ پایه: { $basis }. به واحد خبر داده می‌شود.
decided-return = برای { $title } برگشت برای اصلاح فرستاده شد ↩️ واحد، همان بخش‌ها را با یک دکمه باز می‌کند.
decided-reject = رد { $title } ثبت شد و با دلیل به واحد خبر داده می‌شود.

return-field = کدام بخش باید اصلاح شود؟ واحد با یک دکمه همان بخش را باز می‌کند.
return-code = دلیل برگشت چیست؟
return-note = اگر توضیحی لازم است، کوتاه بنویسید (حداکثر { $most } نویسه). نمونه: تاریخ پروانه را از روی اصل آن بنویسید.
return-note-wanted = برای این دلیل توضیح لازم است؛ آن را کوتاه بنویسید (حداکثر { $most } نویسه). نمونه: تصویر پروانه خوانا نبود.
return-more-ask = بخش دیگری هم باید اصلاح شود؟
return-more = بله، بخش دیگر
return-no-more = نه، همین بس است
return-label-field = بخش
return-label-code = دلیل
return-label-note = توضیح
return-label-more = بخش دیگر
return-summary = برگشت { $title } برای اصلاح. پیش از فرستادن یک بار ببینید:
reject-code = دلیل رد چیست؟ رد، پایان کار است؛ آنچه اصلاح‌شدنی است را «برگشت برای اصلاح» بدهید.
reject-summary = رد { $title }. این کار برگشت ندارد؛ پیش از رد یک بار ببینید:
