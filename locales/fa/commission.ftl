# The commission tracker: from the supervision commission through the chamber to the unions, in writing.

button-commissions = کمیسیون نظارت
button-commission-session = ثبت جلسه
button-commission-mend = اصلاح آخرین جلسه
button-commission-letter = ثبت نامهٔ اتاق
button-commission-letter-mend = اصلاح نامهٔ اتاق
button-commission-unions = اتحادیه‌ها
button-commission-all = همه با نامهٔ اتاق
button-commission-all-yes = بله، همه ثبت شود
button-record-session = ثبت جلسه
button-record-letter = ثبت نامه
button-record-union = ثبت آگاه‌سازی
button-same-letter = همان نامهٔ اتاق
button-letter-number-sure = همین شماره است

lack-session = جلسهٔ کمیسیون ⬜
lack-postponed = جلسهٔ دوباره؛ به بعد افتاده ↩️
lack-letter = نامهٔ اتاق اصناف ⏳
lack-unions = آگاه‌سازی اتحادیه‌ها ⏳
lack-nothing = کامل ✅
session-result-put-forward = مطرح شد
session-result-decided = تصمیم به آگاه‌سازی
session-result-postponed = به جلسهٔ بعد افتاد
session-result-other = نتیجهٔ دیگر

commission-country = کمیسیون‌های نظارت · کشور
commission-board = کمیسیون‌های نظارت · { $office }
commission-why = بخشنامه با اولویت و فوریت در کمیسیون نظارت هر شهرستان مطرح می‌شود و از راه اتاق اصناف، مکتوب به اتحادیه‌ها می‌رسد ({ $source }).
commission-counts =
    شمار شهرستان‌ها به گامی که مانده است:
    { $counts }
commission-counted = { $lack }: { $n }
commission-no-counties = هنوز شهرستانی در فهرست نیست ⬜
commission-waits = { $lack } · { $days } روز
commission-line = { $office }: { $state }
commission-province = { $office }: { $done } از { $counties } شهرستان کامل

commission-card = کمیسیون نظارت · { $office }
commission-state = گام مانده: { $state }
commission-session = جلسهٔ { $held } · صورت‌جلسهٔ { $minute } · { $result }
commission-session-words = جلسهٔ { $held } · صورت‌جلسهٔ { $minute } · { $result }: { $words }
commission-session-none = جلسه: هنوز ثبت نشده ⬜
commission-letter = نامهٔ اتاق اصناف: { $number }، { $dated }
commission-letter-none = نامهٔ اتاق اصناف: هنوز ثبت نشده ⬜
commission-unions = اتحادیه‌های آگاه‌شده: { $informed } از { $unions }
commission-unions-heading = اتحادیه‌های { $office }، آگاه‌نشده‌ها نخست:
commission-union-waits = { $union }: هنوز مکتوب خبر ندارد ⬜
commission-union-told = { $union }: { $on }، نامهٔ { $number } ✅
commission-letter-first = نخست نامهٔ اتاق اصناف ثبت می‌شود؛ پس از آن اتحادیه‌ها.
commission-all-sure = همهٔ اتحادیه‌های مانده ({ $n }) با نامهٔ { $number } در { $dated } آگاه شده‌اند؟
commission-all-recorded = آگاه‌سازی { $n } اتحادیه ثبت شد ✅

## Recording a session

commission-session-above = جلسهٔ کمیسیون نظارت { $office }
commission-session-summary = جلسهٔ کمیسیون نظارت { $office }؛ پیش از ثبت نگاه کنید:
commission-field-held = روز جلسه
commission-field-minute = شمارهٔ صورت‌جلسه
commission-field-result = نتیجه
commission-field-words = توضیح
commission-ask-held =
    جلسه در چه روزی برگزار شد؟
    همان روزی که در صورت‌جلسه آمده است. نمونه: ۱۴۰۵/۰۸/۲۰
commission-ask-minute =
    شمارهٔ صورت‌جلسه را بنویسید.
    همان‌گونه که روی صورت‌جلسه است؛ هر شماره در یک شهرستان یک بار می‌آید. نمونه: ۱۴۰۵/۱۷
commission-ask-result = نتیجه چه بود؟
commission-ask-words =
    توضیحی دارید؟
    یک یا دو جمله کافی است.
commission-ask-words-wanted =
    نتیجه را در یک یا دو جمله بنویسید.
    استان و وزارت همین را می‌بینند. نمونه: به کارگروه تولید سپرده شد.
recorded-commission-session = جلسه ثبت شد ✅

## The chamber's letter

commission-letter-above = نامهٔ اتاق اصناف { $office } به اتحادیه‌ها
commission-letter-summary = نامهٔ اتاق اصناف { $office }؛ پیش از ثبت نگاه کنید:
commission-field-letter-number = شمارهٔ نامه
commission-field-letter-day = تاریخ نامه
commission-ask-letter-number =
    شمارهٔ نامهٔ اتاق به اتحادیه‌ها را بنویسید.
    همان‌گونه که روی نامه است. نمونه: ۶۰/۲۲۷۲۱۰
commission-ask-letter-day =
    تاریخ نامه چیست؟
    همان روزی که روی نامه آمده است. نمونه: ۱۴۰۵/۰۸/۲۵
letter-number-like-date = نوشتهٔ { $number } به تاریخ می‌ماند. شمارهٔ نامه همین است؟
recorded-chamber-letter = نامهٔ اتاق ثبت شد ✅ اکنون اتحادیه‌های آگاه‌شده را ثبت کنید.

## One union

commission-union-above = آگاه‌سازی { $union }
commission-union-summary = آگاه‌سازی { $union }؛ پیش از ثبت نگاه کنید:
commission-ask-union-number =
    با کدام نامه آگاه شد؟
    اگر نامهٔ جداگانه‌ای دارد، شمارهٔ آن را بنویسید. نمونه: ۶۰/۲۲۷۲۱۰
commission-ask-union-day =
    در چه روزی آگاه شد؟
    اگر همان روز نامهٔ اتاق است، دکمه را بزنید. نمونه: ۱۴۰۵/۰۸/۲۷
recorded-informed-union = آگاه‌سازی اتحادیه ثبت شد ✅

problem-minute-twice = صورت‌جلسهٔ { $number } برای این شهرستان پیش‌تر ثبت شده است (جلسهٔ { $held }). شماره را از روی صورت‌جلسه دوباره بنویسید یا همان جلسه را اصلاح کنید.
problem-commission-no-session = هنوز جلسه‌ای که بخشنامه در آن مطرح شده باشد ثبت نشده است. نخست جلسهٔ کمیسیون ثبت می‌شود، سپس نامهٔ اتاق.
problem-letter-before-session = تاریخ نامه ({ $got }) پیش از جلسه ({ $least }) است. تاریخ را از روی نامه بنویسید یا جلسه را اصلاح کنید.
problem-commission-no-letter = نامهٔ اتاق اصناف هنوز ثبت نشده است. نخست آن ثبت می‌شود، سپس اتحادیه‌ها.
problem-session-after-letter = روز جلسه ({ $got }) پس از نامهٔ اتاق ({ $most }) است. روز را از روی صورت‌جلسه بنویسید یا نامه را اصلاح کنید.
problem-result-words-missing = برای «نتیجهٔ دیگر» یک یا دو جمله لازم است. آن را بنویسید. نمونه: به کارگروه تولید سپرده شد.
problem-union-not-of-county = این اتحادیه در این شهرستان نیست. اتحادیه را از فهرست همین شهرستان انتخاب کنید.
problem-session-not-of-county = این جلسه در این شهرستان ثبت نشده است. وضعیت کنونی را ببینید.
problem-unions-all-informed = همهٔ اتحادیه‌های این شهرستان آگاه شده‌اند ✅ کاری لازم نیست.
