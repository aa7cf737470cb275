# Passing a circular on from level to level, its question, and who has not read it.

## After reading

circular-question = پرسش کوتاهی دربارهٔ همین بخشنامه: { $text }
circular-option = { $n }. { $text }
button-circular-option = گزینهٔ { $n }
circular-answer-right = پاسخ شما درست است ✅ «{ $right }»
circular-answer-other =
    پاسخ شما ثبت شد: «{ $answer }»
    پاسخ درست این است: «{ $right }»
circular-answer-clause = بند { $n } بخشنامه: «{ $text }»
circular-waits =
    گیرندگان در انتظار ابلاغ { $office }: { $n } نفر ({ $levels })
    با یک دکمه به همه ابلاغ می‌شود.
circular-waits-choose = برای ابلاغ، دفتر را انتخاب کنید:
circular-waiting-level = { $level } { $n }
button-pass-on = ابلاغ به همه

## Passing on

button-passing = ابلاغ بخشنامه‌ها
passing = بخشنامه‌هایی که منتظر ابلاغ { $office } هستند:
passing-nothing = همهٔ بخشنامه‌های رسیده به { $office } ابلاغ شده است؛ کاری لازم نیست.
passing-line =
    بخشنامهٔ { $number } از { $issuer }: { $subject }
    در انتظار: { $n } گیرنده ({ $levels })
passing-line-urgent =
    بخشنامهٔ فوری { $number } از { $issuer }: { $subject } ⚠️
    در انتظار: { $n } گیرنده ({ $levels })
button-passing-on = ابلاغ { $number }
button-passing-read = خواندن متن
passing-branches = بخشنامه‌های رسیده به دفتر شما و زیرمجموعهٔ آن:
passing-branch = { $number }: { $subject }
button-passing-branch = وضعیت { $number }
circular-passed =
    بخشنامهٔ { $number } به { $n } گیرندهٔ زیر نظر { $office } ابلاغ شد ✅
    موضوع: { $subject }
    زمان: { $at }
circular-passed-before =
    این بخشنامه را { $by } از { $office } پیش‌تر به { $n } گیرنده ابلاغ کرده است؛ کاری لازم نیست.
    بخشنامهٔ { $number }، موضوع: { $subject }
    زمان: { $at }
circular-passed-itself =
    این بخشنامه خودکار به { $n } گیرندهٔ زیر نظر { $office } ابلاغ شده است؛ کاری لازم نیست.
    بخشنامهٔ { $number }، موضوع: { $subject }
    زمان: { $at }
circular-letter = نامهٔ ابلاغ: { $number }، { $dated }
button-passing-letter = ثبت نامهٔ ابلاغ
button-passing-mend = اصلاح نامهٔ ابلاغ
button-passing-note = ثبت نامه
button-circular-branch = وضعیت زیرمجموعه
button-branch = وضعیت زیرمجموعه
passing-ask-number =
    شمارهٔ نامهٔ ابلاغ دفتر شما چیست؟
    نامهٔ ۶۰/۲۲۷۲۱۰ (بند ۶) ابلاغ مکتوب می‌خواهد؛ شماره همان است که روی نامه آمده. نمونه: ۴۵/۱۲۰۸
passing-ask-day =
    تاریخ این نامه چیست؟
    همان روزی که روی نامه آمده است. نمونه: ۱۴۰۵/۰۹/۰۱
passing-field-number = شمارهٔ نامه
passing-field-day = تاریخ نامه
passing-letter-summary = نامهٔ ابلاغ { $office }؛ پیش از ثبت نگاه کنید:
passing-letter-noted = نامهٔ ابلاغ ثبت شد ✅

## The tree

branch =
    وضعیت بخشنامهٔ { $number }: { $state }
    موضوع: { $subject }
branch-country = سراسر کشور
branch-office = { $office }: { $marks }
branch-told = دریافت: { $at }
branch-opened = باز کردن در «بخشنامه‌ها»: { $at }
branch-acknowledged = اعلام خواندن: { $at }
branch-passed = ابلاغ به { $n } گیرنده: { $at }
branch-passed-itself = ابلاغ خودکار به { $n } گیرنده: { $at }
branch-waits = گیرندگان در انتظار ابلاغ این دفتر: { $n } نفر ⏳
branch-held = همهٔ گیرندگان در انتظار ابلاغ دفترها: { $n } نفر ⏳
branch-given-up = ابلاغ‌های مانده بسته شده است؛ دیگر کسی در انتظار نیست.
branch-below = دفترهای زیرمجموعه ({ $n })، منتظرترین‌ها نخست:
branch-nothing-below = زیرمجموعه‌ای در میان گیرندگان نیست.
branch-line = { $office }: { $marks }
branch-units = واحدهای صنفی: { $n } · رسیده: { $told } · خوانده: { $read }
branch-offices = دفترهای پایین‌تر: { $n } · رسیده: { $told } · خوانده: { $read }
branch-offices-held = دفترهای پایین‌تر: { $n } · رسیده: { $told } · خوانده: { $read } · گیرندگان در انتظار ابلاغ: { $held }
branch-mark-nobody = کسی این‌جا گیرنده نیست
branch-mark-beside = گیرنده‌ای در اداره نیست؛ اتاق یا کمیسیون ابلاغ می‌کند
branch-mark-not-told = هنوز نرسیده ⬜
branch-mark-read = خوانده ✅
branch-mark-not-read = نخوانده ⏳
branch-mark-passed = ابلاغ‌شده ✅
branch-mark-not-passed = ابلاغ‌نشده ⏳
branch-since-days = { $n } روز در انتظار
branch-since-hours = { $n } ساعت در انتظار
branch-since-now = کمتر از یک ساعت در انتظار
button-branch-remind = یادآوری
button-branch-give-up = بستن ابلاغ‌نشده‌ها
button-give-up-yes = بله، بسته شود
branch-reminded = یادآوری برای { $n } نفر که نخوانده‌اند فرستاده می‌شود ✅
branch-reminded-offices = یادآوری برای { $n } نفر که نخوانده‌اند و { $offices } دفتر که ابلاغ نکرده‌اند فرستاده می‌شود ✅
branch-give-up-sure =
    بستن ابلاغ‌نشده‌های بخشنامهٔ { $number }: گیرندگانی که دفترشان هنوز ابلاغ نکرده است ({ $n } نفر) دیگر آن را نمی‌گیرند و «پس‌گرفته» شمرده می‌شوند.
    به جای آن می‌توانید یادآوری بفرستید. بسته شود؟
branch-gave-up = ابلاغ‌های مانده بسته شد: { $n } گیرنده ✅

## Reminders

notice-circular-reminder =
    یادآوری: خواندن بخشنامهٔ { $number } از { $issuer } هنوز اعلام نشده است ⏳
    موضوع: { $subject }
    پس از خواندن، «خواندم» را بزنید.
notice-circular-reminder-urgent =
    یادآوری: خواندن بخشنامهٔ فوری { $number } از { $issuer } هنوز اعلام نشده است ⚠️
    موضوع: { $subject }
    پس از خواندن، «خواندم» را بزنید.
notice-circular-waits =
    یادآوری: بخشنامهٔ { $number } از { $issuer } در { $office } منتظر ابلاغ است ⏳
    موضوع: { $subject }
    در انتظار: { $n } گیرنده
notice-circular-late =
    بخشنامهٔ فوری { $number } پس از { $hours } ساعت در { $n } دفتر زیر نظر شما خوانده یا ابلاغ نشده است ⚠️
    { $names }
    موضوع: { $subject }
notice-circular-late-more = { $names } و { $n } دفتر دیگر
notice-circular-late-units =
    بخشنامهٔ فوری { $number } را { $n } واحد عضو شما پس از { $hours } ساعت هنوز نخوانده‌اند ⚠️
    موضوع: { $subject }
button-notice-read = خواندن بخشنامه
button-notice-branch = وضعیت زیرمجموعه

## Refusals

problem-circular-taken-back = این بخشنامه پس گرفته شده است و دیگر اعتبار ندارد؛ کاری لازم نیست. متن آن و آنچه به جای آن آمده در «بخشنامه‌ها» است.
problem-circular-nobody-left = همهٔ کسانی که این بخشنامه به آن‌ها رسیده، خواندن آن را اعلام کرده‌اند؛ یادآوری لازم نیست.
problem-circular-reminded-lately = یادآوری این بخشنامه در { $at } فرستاده شده است؛ میان دو یادآوری دست‌کم { $days } روز فاصله می‌ماند. پس از آن دوباره بزنید.
problem-circular-nobody-waits = برای ابلاغ این بخشنامه کسی منتظر دفتر شما نیست؛ کاری لازم نیست.
problem-circular-not-told = این بخشنامه هنوز به دفتر شما نرسیده است. پس از رسیدن آن، دکمهٔ ابلاغ را همین‌جا می‌بینید.
problem-circular-not-passed = دفتر شما این بخشنامه را هنوز ابلاغ نکرده است. نخست آن را ابلاغ کنید؛ نامهٔ ابلاغ پس از آن ثبت می‌شود.
problem-circular-nothing-held-back = کسی در انتظار ابلاغ این بخشنامه نیست؛ چیزی برای بستن نمانده است.
problem-circular-no-question = این بخشنامه چنین پرسشی ندارد. از منوی اصلی ادامه دهید.
problem-circular-question-options = پرسش { $got } گزینه دارد؛ از { $least } تا { $most } گزینه لازم است. هر گزینه را در یک سطر بنویسید.
problem-circular-question-right = در این پرسش { $got } گزینه درست نشان داده شده است؛ درست یک گزینه باید پاسخ درست باشد.
problem-circular-question-twice = گزینهٔ «{ $text }» دو بار آمده است. گزینه‌ها را متفاوت بنویسید.
problem-circular-question-clause = این بخشنامه بند { $got } ندارد؛ آخرین بند آن { $most } است. شمارهٔ بند را از روی متن بنویسید.
