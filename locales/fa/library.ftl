# The library: circulars and letters, found and read.

library =
    بخشنامه‌ها و نامه‌ها، تازه‌ترین نخست.
    برای خواندن هر کدام، دکمهٔ همان شماره را بزنید. برای جست‌وجو، شماره، تاریخ یا چند واژه بنویسید.
library-older = بخشنامه‌ها و نامه‌های پیشین:
library-circular = بخشنامهٔ { $number }
library-letter = نامهٔ { $number }
library-line =
    { $n }. { $named } · { $date }
    { $office }: { $subject }
library-line-withdrawn =
    { $n }. { $named } · { $date } · پس گرفته شده است ⚠️
    { $office }: { $subject }
library-search =
    جست‌وجو در بخشنامه‌ها: شماره، تاریخ یا چند واژه از متن را بنویسید و بفرستید.
    نمونهٔ شماره: ۶۰/۲۲۷۲۱۰
    نمونهٔ تاریخ: ۱۳۹۸/۰۸/۲۶ یا آبان ۱۳۹۸ یا ۱۳۹۸
    نمونهٔ واژه: احراز نیاز
library-found = آنچه برای «{ $typed }» پیدا شد، تازه‌ترین نخست:
library-found-older = یافته‌های قدیمی‌تر برای «{ $typed }»:
library-again = برای جست‌وجوی دیگر، دوباره بنویسید.
library-nothing =
    برای «{ $typed }» چیزی پیدا نشد.
    واژه‌ای کمتر یا کوتاه‌تر بنویسید، تنها چند رقم پایانی شماره را بنویسید، یا با ماه و سال بگردید؛ نمونه: آبان ۱۳۹۸
library-no-words = در پیام شما واژه یا رقمی نبود؛ چیزی جست‌وجو نشد.
library-not-text = برای جست‌وجو نوشته لازم است، نه { $came }؛ چیزی نگه داشته نشد. شماره، تاریخ یا چند واژه بنویسید.
library-heading =
    بخشنامهٔ { $number } · { $date }
    از { $office }
    موضوع: { $subject }
library-heading-urgent =
    بخشنامهٔ فوری { $number } · { $date } ⚠️
    از { $office }
    موضوع: { $subject }
library-withdrawn = این بخشنامه پس گرفته شده است و دیگر اعتبار ندارد ⚠️ متن آن برای شما که به دستتان رسیده است می‌ماند.
library-withdrawn-text = این بخشنامه پس گرفته شده است و متن آن نشان داده نمی‌شود ⚠️
library-corrected-by = بخشنامهٔ { $number } آن را اصلاح کرده است.
library-corrects = این بخشنامه اصلاحیهٔ بخشنامهٔ { $number } است.
library-page = صفحهٔ { $page } از { $pages }:
library-text = { $text }
library-acknowledged = خواندن آن را در { $at } اعلام کرده‌اید ✅
library-letter-heading =
    نامهٔ { $number } · { $date }
    از { $sender } به { $receiver }
    موضوع: { $subject }
    هر بخش، به بیان بهین‌یار:
library-letter-part = { $part }: { $text }
library-changes = بخشنامهٔ { $number } این‌ها را عوض می‌کند:
library-changes-none = این بخشنامه قاعده‌ای را عوض نمی‌کند.
library-attachment = پیوست بخشنامهٔ { $number } · { $date }
library-attachment-gone = پیوست این بخشنامه در دسترس نیست. آن را از دفتر صادرکننده بخواهید؛ متن بخشنامه را همین‌جا می‌خوانید.
library-guide-missing = راهنمای ۲۱ صفحه‌ای پیوست این نامه هنوز به بهین‌یار داده نشده است؛ آن را از سازمان استان بخواهید.
library-uses = نامهٔ { $number } · { $date } پایهٔ این کارها در بهین‌یار است:
library-use = { $part }: { $use }
library-use-l1-preamble = صفحهٔ «کاربرد آمار» و چهار کار آن
library-use-l1-paragraph-1 = ثبت‌نام واحد و مهلت ثبت‌نام هر استان
library-use-l1-paragraph-2 = سه بررسی اتحادیه پیش از تأیید واحد، و شرط تأییدبودن واحد در وضعیت ثبت سفارش
library-use-l1-paragraph-3 = درخواست دسترسی اتحادیه به بهین‌یاب و نوبت آن
library-use-l1-paragraph-4 = «مشکل دارم» و پاسخ رابط بهین‌یاب استان
library-use-l1-paragraph-5 = ثبت آمار هر ماه، تأیید ماهانهٔ اتحادیه با مبنای آن، و فهرست اعضا
library-use-l1-paragraph-6 = بخشنامه‌ها، ابلاغ پله‌به‌پله، و جلسهٔ کمیسیون‌های نظارت
library-use-l2-first-part = وضعیت ثبت سفارش تنها بر پایهٔ آمار، و گزارش «از من مدرک خواستند»
library-use-l2-second-part = دیدن مجوز در وضعیت ثبت سفارش بدون دریافت تصویر آن
library-use-l3-body = ابلاغ بخشنامه از اتاق اصناف تا واحدها
library-use-l4-body = ابلاغ بخشنامه از سازمان استان به اتاق و اداره‌های شهرستان
library-use-l4-footer = نوشتهٔ «پیش‌نویس» بر نامه‌هایی که بهین‌یار آماده می‌کند

button-library-search = جست‌وجو
button-library-all = همهٔ بخشنامه‌ها
button-library-open = { $n }. { $number }
button-library-changes = چه عوض می‌شود؟
button-library-attachment = گرفتن پیوست
button-library-uses = کاربرد در بهین‌یار
button-library-other = بخشنامهٔ { $number }

## What a circular changes

rule-value-none = بدون مهلت افزوده
change-line = { $n }. { $rule }: از «{ $old }» به «{ $new }»، از { $from }
change-line-clause = { $n }. { $rule }: از «{ $old }» به «{ $new }»، از { $from } (بند { $clause })
change-scope-country = سراسر کشور
change-scope = محدوده: { $scope }
change-reach = محدوده: { $scope }، با { $units } واحد. مقدار کنونی از: { $source }
change-nearer = این دفترها تنظیم خود را دارند و با این تغییر عوض نمی‌شوند: { $offices }
change-nearer-more = این دفترها تنظیم خود را دارند و با این تغییر عوض نمی‌شوند: { $offices } و { $left } دفتر دیگر
change-concern-yours = برای شما در «{ $place }» برقرار است ✅
change-concern-otherwise = در «{ $place }» عوض نمی‌شود؛ آن‌جا «{ $value }» برقرار است ({ $source }).
change-concern-elsewhere = برای شما عوض نمی‌شود: واحد یا دفتر شما بیرون از این محدوده است.
change-concern-others = برای شما چیزی عوض نمی‌شود: این قاعده به کار واحد یا نقش شما نمی‌آید.
change-concern-taken-back = این تغییر آغاز نشد: بخشنامه پیش از آن روز پس گرفته شد ⚠️

## Rules that a draft changes

circular-card-rules = قاعده‌هایی که عوض می‌کند: { $n }
circular-release-rules = با انتشار، { $n } قاعده به نام شما عوض می‌شود؛ پیش از آن «قاعده‌ها» را ببینید ⚠️
circular-rules = بخشنامهٔ { $number } با انتشار، این قاعده‌ها را عوض می‌کند:
circular-rules-none = بخشنامهٔ { $number } قاعده‌ای را عوض نمی‌کند. اگر لازم است، قاعده‌ای به آن بیفزایید؛ با انتشار بخشنامه برقرار و به نام منتشرکننده ثبت می‌شود.
circular-rules-not-yours = نقش شما در این محدوده قاعده تعیین نمی‌کند؛ انتشار با کسی است که این اختیار را دارد.
circular-rule-in = قاعده به پیش‌نویس افزوده شد ✅
circular-rule-gone = قاعده از پیش‌نویس برداشته شد.
circular-rule-check = قاعده‌ای که بخشنامه عوض می‌کند:
circular-rule-clause = بند { $n }
circular-rule-whole = کل بخشنامه
circular-ask-rule = این بخشنامه کدام قاعده را عوض می‌کند؟ یکی را انتخاب کنید.
circular-ask-value-number =
    مقدار تازهٔ «{ $rule }» چیست؟ اکنون: { $old }
    عدد را با رقم بنویسید. نمونه: ۱۵
circular-ask-value-yes-no = «{ $rule }» از این پس چه باشد؟ اکنون: { $old }
circular-ask-value-date =
    «{ $rule }» تا چه روزی باشد؟ اکنون: { $old }
    تاریخ را با سال، ماه و روز بنویسید. نمونه: ۱۴۰۶/۰۱/۲۵
circular-ask-value-days =
    «{ $rule }» چه روزهایی باشد؟ اکنون: { $old }
    روزها را با ویرگول بنویسید. نمونه: ۱، ۵، ۸
circular-ask-begins =
    این قاعده از چه روزی برقرار باشد؟ روز انتشار یا پس از آن را بنویسید تا کسی پیش از آگاهی به آن پایبند نشود.
    نمونه: ۱۴۰۵/۱۰/۰۱
circular-ask-rule-clause = کدام بند بخشنامه این را می‌گوید؟ نتیجه‌ها و مهلت‌ها به همان بند استناد می‌کنند.
circular-field-rule = قاعده
circular-field-value = مقدار تازه
circular-field-begins = از روز
circular-field-rule-clause = بند
button-circular-rules = قاعده‌ها
button-circular-rule = افزودن قاعده
button-circular-rule-off = برداشتن قاعدهٔ { $n }
button-circular-rule-put = افزودن به بخشنامه

## Refusals: rules that a circular changes

problem-circular-may-not-change-rules = نقش شما ({ $own }) در محدودهٔ این دفتر قاعده‌ای تعیین نمی‌کند و چیزی ثبت نشد. بخشنامه را بدون تغییر قاعده بفرستید، یا از سازمان استان یا دفتر آمار بخواهید آن را منتشر کند.
problem-circular-too-many-changes = این بخشنامه { $got } قاعده را عوض می‌کند؛ هر بخشنامه تا { $most } قاعده را عوض می‌کند. بقیه را در بخشنامهٔ دیگری بنویسید.
problem-circular-change-too-early = تغییر «{ $rule }» از { $from } نوشته شده است؛ بخشنامه زودتر از { $first } به کسی نمی‌رسد. روزی را بنویسید که { $first } یا پس از آن باشد.
problem-circular-change-clause = تغییر قاعده به بند { $got } نسبت داده شده است؛ این بخشنامه { $most } بند دارد. شمارهٔ بند را دوباره بنویسید.
problem-circular-change-twice = قاعدهٔ «{ $rule }» برای { $from } دو بار نوشته شده است. یکی را بردارید یا روز دیگری برای آن بنویسید.
