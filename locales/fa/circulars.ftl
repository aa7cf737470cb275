# Circulars: what many are told at once, and what is said to those who send it.

## What a recipient reads

notice-circular =
    بخشنامهٔ { $number } · { $date }
    از { $office }
    موضوع: { $subject }
notice-circular-urgent =
    بخشنامهٔ فوری { $number } · { $date } ⚠️
    از { $office }
    موضوع: { $subject }
notice-circular-corrects = این بخشنامه جای بخشنامهٔ { $number } را می‌گیرد که پیش‌تر گرفتید و پس گرفته شده است.
notice-circular-more = ادامهٔ بخشنامهٔ { $number }، بخش { $page } از { $pages }:
notice-circular-text = { $text }
notice-circular-goes-on = بخش { $page } از { $pages }؛ ادامه در پیام بعد.
notice-circular-file-comes = پیوست این بخشنامه در پیام بعد می‌آید.
notice-circular-file = پیوست بخشنامهٔ { $number }
notice-circular-file-lost = پیوست بخشنامهٔ { $number } فرستاده نشد، زیرا پیام‌رسان آن را نپذیرفت. آن را از «بخشنامه‌ها» در منوی اصلی بگیرید.
notice-circular-read = پس از خواندن، لطفاً دکمهٔ «خواندم» را بزنید.
button-acknowledge = خواندم
circular-acknowledged =
    خواندن بخشنامهٔ { $number } از سوی شما ثبت شده است ✅
    زمان ثبت: { $at }

## What its author hears

notice-circular-stopped =
    ارسال بخشنامهٔ { $number } متوقف شد ⚠️
    از { $tried } گیرندهٔ نخست، به { $faults } نفر نرسید؛ حد تعیین‌شده { $most } درصد است.
    بقیهٔ گیرندگان پیامی نگرفته‌اند. فهرست نرسیده‌ها را ببینید و سپس ادامه دهید یا آن را پس بگیرید.
notice-circular-stopped-midway =
    ارسال بخشنامهٔ { $number } در میانهٔ راه متوقف شد ⚠️
    از { $tried } گیرندهٔ اخیر، به { $faults } نفر نرسید؛ حد تعیین‌شده { $most } درصد است.
    بقیهٔ گیرندگان پیامی نگرفته‌اند. فهرست نرسیده‌ها را ببینید و سپس ادامه دهید یا آن را پس بگیرید.
notice-circular-ended =
    ارسال بخشنامهٔ { $number } به پایان رسید.
    همهٔ گیرندگان: { $planned }
    فرستاده‌شده: { $sent } · در دسترس نبودند: { $parked } · پیام‌رسان نپذیرفت: { $refused } · نامعلوم: { $uncertain } · پس‌گرفته: { $withdrawn }
    جمع این عددها برابر شمار گیرندگان است. نامعلوم یعنی پاسخ پیام‌رسان گم شده است؛ راهبر بهین‌یار نام آن‌ها را می‌بیند.

## Names

circular-class-ordinary = عادی
circular-class-urgent = فوری
circular-state-draft = پیش‌نویس
circular-state-planning = در حال آماده‌سازی فهرست
circular-state-trying = ارسال آزمایشی
circular-state-sending = در حال ارسال
circular-state-done = پایان‌یافته
circular-state-withdrawn = پس‌گرفته
circular-passing-at-once = یک‌باره از سوی دفتر صادرکننده
circular-passing-by-hand = پله‌به‌پله، با ابلاغ هر دفتر
circular-passing-by-itself = پله‌به‌پله، خودکار
level-national = دفترهای کشوری
level-province = سازمان‌های استان
level-county = ادارات شهرستان
level-commission = کمیسیون‌های نظارت
level-chamber = اتاق‌های اصناف
level-union = اتحادیه‌ها
level-unit = واحدهای صنفی
level-nobody-yet = بی‌واحد و بی‌نقش
pause-reason-by-hand = توقف به دست شما یا همکارتان
pause-reason-many-faults = توقف، چون به شمار زیادی نرسید
pause-reason-trial-failed = توقف پس از ارسال آزمایشی

## Refusals

problem-circular-unknown = این بخشنامه در بهین‌یار پیدا نشد، یا برای شما فرستاده نشده است. از منوی اصلی ادامه دهید.
problem-circular-out-of-reach = بخشنامهٔ دفتر شما به «{ $name }» نمی‌رسد. دفترهایی را انتخاب کنید که زیر نظر دفتر شماست.
problem-circular-number-missing =
    بخشنامه شماره می‌خواهد؛ آنچه نوشتید رقمی ندارد یا از ۶۰ نویسه بیشتر است. شماره را همان‌گونه که بر نامه است بنویسید.
    نمونه: ۶۰/۲۲۷۲۱۰
problem-circular-number-taken = شمارهٔ { $number } پیش‌تر برای بخشنامهٔ «{ $subject }» ثبت شده است. شماره را با نامه بسنجید، یا همان بخشنامه را باز کنید.
problem-circular-date-ahead = تاریخ { $date } هنوز نرسیده است. تاریخ نامه را از روی خود نامه بنویسید.
problem-circular-text-too-long = این متن { $got } پیام می‌شود و بیش از { $most } پیام فرستاده نمی‌شود. متن را کوتاه‌تر کنید و بقیه را در پیوست بگذارید.
problem-circular-too-many-clauses = این متن { $got } بند دارد؛ هر بخشنامه تا { $most } بند دارد. بندهای کوتاه را یکی کنید یا بقیه را در بخشنامهٔ دیگری بنویسید.
problem-circular-no-audience = با این انتخاب‌ها هیچ گیرنده‌ای پیدا نشد و چیزی فرستاده نشد. یکی از شرط‌های مخاطب را بردارید.
problem-circular-own-release = این بخشنامه را خودتان نوشته‌اید؛ انتشار آن با همکار دیگری است که همین اختیار را دارد. چیزی فرستاده نشد؛ «درخواست انتشار» را بزنید.
problem-circular-schedule-past = زمان { $at } گذشته است. زمانی پس از اکنون بنویسید، یا «همین حالا» را انتخاب کنید.
problem-circular-schedule-too-far = زمان { $at } بیش از یک سال دیگر است. زمانی نزدیک‌تر بنویسید.
problem-circular-wrong-state = این کار با وضعیت کنونی بخشنامه ({ $state }) انجام نمی‌شود؛ چیزی عوض نشد. آن را از «بخشنامه‌ها» دوباره باز کنید.
problem-circular-paused = ارسال این بخشنامه پیش‌تر متوقف شده است؛ کاری لازم نیست. برای فرستادن بقیه، «ادامهٔ ارسال» را بزنید.
problem-circular-not-paused = ارسال این بخشنامه متوقف نیست؛ کاری لازم نیست.
