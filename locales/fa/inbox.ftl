# The union's inbox.

inbox =
    صندوق { $office }
    ثبت‌نام در انتظار: { $units } · آمار ماهانه در انتظار: { $months }
inbox-empty =
    صندوق { $office }
    اکنون چیزی در انتظار شما نیست ✅
inbox-in-place =
    صندوق { $office }
    ثبت‌نام: { $units } · آمار ماهانه: { $months }
    این‌ها به شما رسیده است، چون اتحادیه در مهلت پاسخ نداده است یا نمی‌تواند پاسخ دهد.
inbox-empty-in-place =
    صندوق { $office }
    اکنون چیزی به شما نرسیده است ✅
    اگر اتحادیه‌ای در مهلت پاسخ ندهد یا نتواند پاسخ دهد، نوبت این‌جا به شما می‌رسد.
inbox-many = بیش از ۹۹
inbox-pile-month = آمار ماهانه ({ $n })
inbox-pile-unit = ثبت‌نام‌ها ({ $n })
inbox-pile-licence = تمدید پروانه ({ $n })
inbox-licences = تمدید پروانهٔ در انتظار: { $n }
inbox-oldest-first = قدیمی‌ترین‌ها نخست می‌آیند.
inbox-page-month = آمار ماهانهٔ در انتظار، قدیمی‌ترین نخست:
inbox-page-unit = ثبت‌نام‌های در انتظار، قدیمی‌ترین نخست:
inbox-page-licence = پروانه‌های تمدیدشدهٔ در انتظار، قدیمی‌ترین نخست:
inbox-page-empty = این بخش اکنون خالی است ✅
inbox-item-month = { $title } · { $month }
inbox-line-month = { $title } · { $month } · { $since }
inbox-line-unit = { $title } · { $since }
inbox-line-month-of = { $title } · { $month } · { $union } · { $since }
inbox-line-unit-of = { $title } · { $union } · { $since }
inbox-mark-again = اصلاح‌شده ↩️
inbox-mark-late = دیرکرد ⚠️
inbox-mark-zero = تولید صفر ⏸
inbox-mark-contested = پروانه بررسی شود ⚠️
inbox-since-today = از امروز
inbox-since-days = از { $days } روز پیش
inbox-done-month = آمار ماهانهٔ در انتظار دیگری نمانده است ✅
inbox-done-unit = ثبت‌نام در انتظار دیگری نمانده است ✅
inbox-done-licence = پروانهٔ تمدیدشدهٔ در انتظار دیگری نمانده است ✅
inbox-no-other = جز این، مورد دیگری در این بخش نیست.
joint-space = _
joint-dot = _·_

button-next-item = بعدی
button-details = جزئیات
button-see-now = دیدن وضعیت کنونی
button-approve-unit = تأیید ثبت‌نام
button-approve-month = تأیید آمار { $month }
button-approve-licence = تأیید پروانه
button-send-back = برگشت برای اصلاح
button-reject = رد
button-step-aside = در این واحد ذی‌نفعم
button-no-note = بدون توضیح
button-return-now = فرستادن برگشت
button-reject-now = ثبت رد
button-check-licence-valid-holds = پروانه معتبر است
button-check-licence-valid-holds-chosen = پروانه معتبر است ✅
button-check-licence-valid-doubt = تردید در پروانه
button-check-licence-valid-doubt-chosen = تردید در پروانه ⚠️
button-check-place-matches-holds = محل یکی است
button-check-place-matches-holds-chosen = محل یکی است ✅
button-check-place-matches-doubt = تردید در محل
button-check-place-matches-doubt-chosen = تردید در محل ⚠️
button-check-real-production-holds = تولید واقعی است
button-check-real-production-holds-chosen = تولید واقعی است ✅
button-check-real-production-doubt = تردید در تولید
button-check-real-production-doubt-chosen = تردید در تولید ⚠️

review-role-over = این نقش دیگر با شما نیست؛ کاری انجام نشد. اگر این درست نیست، از دفتری که نقش را داده است بپرسید.
review-heading = { $what }
review-of-unit = ثبت‌نام { $title }
review-of-month = آمار { $month } ({ $title })
review-of-licence = تمدید پروانهٔ { $title }
review-unit = { $title } · ثبت‌نام · در نوبت { $days }
review-unit-decided = { $title } · ثبت‌نام · { $state }
review-month = { $title } · { $month } · در نوبت { $days }
review-month-decided = { $title } · { $month } · { $state }
review-licence = { $what } · در نوبت { $days }
review-licence-decided = { $what } · { $state }
review-licence-beside = پروانهٔ کنونی ← پروانهٔ تمدیدشده:
review-licence-rival = واحد تأییدشدهٔ دیگری همین پروانه را دارد ⚠️ { $title } · کد پیگیری { $receipt }
review-licence-check = تأیید یعنی پروانهٔ تازه را دیده‌اید و معتبر است ({ $source }).
review-label-owner = مالک یا مدیر
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
review-label-tracking-code = کد رهگیری بهین‌یاب
review-label-unique-licence-id = شناسهٔ یکتا
review-dates = از { $issued } تا { $expires }
review-dates-since = از { $issued } تا { $expires }؛ نخستین پروانه { $since }
review-product = { $name }: ماهانه { $usual } · ظرفیت سالانه { $capacity }
review-products-more = و { $n } محصول دیگر؛ همه در «جزئیات»
review-sent = فرستاده‌شده در { $at } · کد پیگیری { $receipt }
review-unit-late = پس از مهلت ثبت‌نام استان فرستاده شده است ⚠️ دیرکرد مانع تأیید نیست.
review-rival = واحد دیگر: { $title } · { $state } · کد پیگیری { $receipt }
review-checks = سه بررسی ({ $source }):
review-check = { $check }: { $state }
review-checks-wanted = پس از دیدن مدرک یا محل، هر سه را مشخص کنید؛ وقتی هر سه درست باشد، دکمهٔ «تأیید ثبت‌نام» می‌آید.
review-late = با دیرکرد ثبت شده است ⚠️
review-outage = در زمان قطعی بهین‌یار فرستاده شده و به‌موقع شمرده شده است.
review-zero = تولید صفر ⏸ دلیل: { $reason }
review-zero-note = تولید صفر ⏸ دلیل: { $reason }، { $note }
review-made = { $name }: { $made }
review-made-before = { $name }: { $made } ({ $month }: { $previous })
review-capacity = ظرفیت ماهانه: { $capacity }
review-sold = فروش: { $sold } · { $value }
review-employees = شاغلان: { $n } نفر
review-reason = ⚠️ { $kind }؛ دلیل: { $reason }
review-reason-note = ⚠️ { $kind }؛ دلیل: { $reason }، { $note }
review-unusual = ⚠️ { $kind }
review-changes = آنچه از بار پیش تغییر کرده است:
review-change = { $field }: { $before } ← { $after }
review-change-hidden = { $field }: تغییر کرده است
review-product-added = محصول تازه: { $name }
review-product-removed = محصول حذف‌شده: { $name }
review-changes-more = و { $n } تغییر دیگر
review-nothing = خالی
review-field-of = { $field } ({ $product })
review-last-returned = بار پیش ({ $at }) { $office } آن را برگرداند ↩️
review-last-approved = { $office } در { $at } تأیید کرد ✅ پایه: { $basis }
review-last-rejected = { $office } در { $at } رد کرد.
review-last-in-place = به جای { $union }: { $ground }
ground-silent = اتحادیه در مهلت پاسخ نداده بود
ground-no-access = اتحادیه هنوز کسی برای بررسی نداشت
ground-conflict = تعارض منافع
review-in-place-silent = به جای { $union } تصمیم می‌گیرید، چون مهلت پاسخ آن گذشته است ({ $days } روز، { $source }). واحد و اتحادیه این را در خبر می‌بینند.
review-in-place-no-access = به جای { $union } تصمیم می‌گیرید، چون اتحادیه هنوز کسی برای بررسی ندارد ({ $source }). واحد این را در خبر می‌بیند.
review-in-place-conflict = به جای { $union } تصمیم می‌گیرید، چون همهٔ تأییدکنندگان آن در این واحد تعارض منافع دارند ({ $source }). واحد این را در خبر می‌بیند.
review-remark = بخش: { $field }. دلیل: { $reason }
review-remark-note = بخش: { $field }. دلیل: { $reason }. توضیح: { $note }
review-rejected-for = دلیل رد: { $reason }
review-note = توضیح: { $note }

ask-interest =
    { $what }: چه چیزی شما را در این واحد ذی‌نفع می‌کند؟
    پس از انتخاب، این واحد از صندوق شما بیرون می‌رود و کس دیگری آن را بررسی می‌کند. این اعلام ثبت می‌شود.
interest-share = سهم یا خویشاوندی
interest-board = واحد عضو هیئت‌مدیره
interest-rival = رقابت
button-interest-share = سهم یا خویشاوندی
button-interest-board = واحد هیئت‌مدیره است
button-interest-rival = رقیب من است
stepped-aside =
    اعلام شما ثبت شد: { $title } · { $interest }
    از این پس همکار شما آن را بررسی می‌کند؛ اگر کسی نمانده باشد، ادارهٔ شهرستان.
    اگر اشتباه شد، همین‌جا پس بگیرید.
stepped-aside-in-place =
    اعلام شما ثبت شد: { $title } · { $interest }
    از این پس کس دیگری آن را بررسی می‌کند. اگر اشتباه شد، همین‌جا پس بگیرید.
button-conflicts = تعارض منافع
button-conflict-lift = برداشتن این اعلام
button-conflict-take-back = پس گرفتن اعلام
button-conflict-take-back-of = پس گرفتن: { $about }
conflicts = تعارض‌های منافع اعلام‌شده در اتحادیه‌های شما، قدیمی‌ترین نخست:
conflicts-own = واحدهایی که خودتان اعلام کرده‌اید در آن‌ها ذی‌نفعید:
conflicts-none = تعارض منافعی اعلام نشده است ✅
conflicts-none-own = شما در هیچ واحدی تعارض منافع اعلام نکرده‌اید. اگر در واحدی ذی‌نفعید، دکمهٔ آن روی برگهٔ همان واحد است.
conflict-line = { $title } · { $about } · { $interest }
conflict-nameless = تأییدکنندهٔ بی‌نام
conflict-by-self =
    { $title } · { $union }
    { $about } در { $at } خودش اعلام کرده است: { $interest }. تا این اعلام هست، کس دیگری این واحد را بررسی می‌کند.
conflict-by-owner =
    { $title } · { $union }
    صاحب واحد در { $at } دربارهٔ { $about } اعلام کرده است: { $interest }. تا این اعلام هست، کس دیگری این واحد را بررسی می‌کند.
conflict-reason = دلیل: { $reason }
conflict-lift-what = اگر درست نیست، آن را بردارید؛ به کسی که اعلام کرده است خبر می‌دهیم.
conflict-over = تعارض منافع دربارهٔ { $title } برداشته شد ✅
own-conflicts =
    ثبت‌نام و آمار { $unit } را { $union } بررسی می‌کند.
    اگر یکی از تأییدکنندگان آن رقیب شماست، این‌جا بگویید تا کس دیگری بررسی کند: همکارش، و اگر کسی نماند، ادارهٔ شهرستان.
    نام و دلیل را تنها کارشناس ادارهٔ شهرستان می‌بیند.
own-conflict = اعلام‌شده: { $about }. دلیل: { $reason }
button-name-rival = معرفی رقیب
rival-nobody = تأییدکنندهٔ دیگری در این اتحادیه نیست که بتوان معرفی کرد.
rival-heading = معرفی رقیب · { $unit }
rival-who = کدام تأییدکننده رقیب شماست؟
rival-why = چرا رقیب شماست؟ کوتاه بنویسید (تا { $most } نویسه). تنها کارشناس ادارهٔ شهرستان آن را می‌خواند. نمونه: در همین خیابان کارگاه کفش دارد.
rival-label-who = رقیب
rival-label-why = دلیل
rival-summary =
    معرفی رقیب برای { $unit }
    پیش از ثبت یک بار ببینید:
button-rival-now = ثبت
rival-named = ثبت شد ✅ از این پس کس دیگری واحد شما را بررسی می‌کند. هر زمان خواستید، پس بگیرید.
ask-basis = { $what } بر چه پایه‌ای تأیید می‌شود؟
ask-basis-licence = { $what }: پروانهٔ تازه را دیده‌اید و معتبر است؟ پایهٔ تأیید را انتخاب کنید.
ask-basis-letter = مدرک و بازدید در { $source } آمده است.
ask-basis-history = «سابقهٔ واحد» در نامه نیست؛ { $source } آن را می‌پذیرد و با همین نام ثبت می‌شود.
decided-approve =
    { $what } تأیید شد ✅
    پایه: { $basis }
    به واحد خبر می‌دهیم.
decided-return =
    { $what } برای اصلاح برگشت ↩️
    به واحد خبر می‌دهیم؛ دکمهٔ آن پیام، همان بخش را باز می‌کند.
decided-reject =
    { $what } رد شد.
    دلیل را به واحد خبر می‌دهیم.

return-heading = برگشت برای اصلاح: { $what }
return-field = کدام بخش باید اصلاح شود؟ واحد با یک دکمه همان بخش را باز می‌کند.
return-code = دلیل برگشت چیست؟
return-note = اگر توضیحی لازم است، کوتاه بنویسید (تا { $most } نویسه). نمونه: تاریخ را از روی پروانه بنویسید.
return-note-wanted = برای «دلیل دیگر» توضیح لازم است؛ آن را کوتاه بنویسید (تا { $most } نویسه). نمونه: پلاک با پروانه یکی نیست.
return-more-ask = بخش دیگری هم باید اصلاح شود؟
return-more = بله، بخش دیگری هم
return-no-more = نه، همین کافی است
return-label-field = بخش { $n }
return-label-code = دلیل { $n }
return-label-note = توضیح { $n }
return-label-more = بخش دیگر
return-summary =
    برگشت برای اصلاح: { $what }
    پیش از فرستادن یک بار ببینید:
return-kept = نوشته‌های شما نگه داشته شد؛ با همان دکمه ادامه می‌دهید.
return-unsent = آنچه نوشته بودید فرستاده نشد:
reject-heading = رد: { $what }
reject-code = دلیل رد چیست؟ رد، پایان کار است؛ برای آنچه اصلاح می‌شود، «برگشت برای اصلاح» بهتر است.
reject-label-code = دلیل رد
reject-label-note = توضیح
reject-summary =
    رد: { $what }
    رد برگشت ندارد؛ پیش از آن یک بار ببینید:
