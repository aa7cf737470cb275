# Who has read a circular, how its question was answered, and whether the figures make up the plan.

## Readers

circular-figure-early = پیش از رسیدن، در «بخشنامه‌ها» خوانده: { $n }
circular-column-early = پیش از رسیدن خوانده { $n }
circular-statement-early = { $n } نفر پیش از رسیدن پیام، بخشنامه را در «بخشنامه‌ها» خوانده‌اند؛ آن‌ها جزو فرستاده‌شده‌ها نیستند و در ستون دیگری شمرده شده‌اند.
branch-mark-read-early = پیش از رسیدن خوانده ✅
branch-units-early = پیش از رسیدن، در «بخشنامه‌ها» خوانده: { $n } واحد
statement-column-read-early = پیش از رسیدن خوانده
statement-hint-read-early = پیام به آن‌ها نرسیده یا رسیدنش روشن نیست، ولی بخشنامه را در «بخشنامه‌ها» خوانده و دکمهٔ «خواندم» را زده‌اند. این عدد بخشی از ستون‌های دیگر است و جداگانه جمع نمی‌شود.
branch-reminded-offices-alone = یادآوری برای { $offices } دفتر که ابلاغ نکرده‌اند فرستاده می‌شود ✅

## The question

button-circular-answers = پاسخ‌ها
circular-answers = پاسخ‌ها به پرسش بخشنامهٔ { $number }: «{ $text }»
circular-answers-none = هنوز کسی به پرسش این بخشنامه پاسخ نداده است.
circular-answers-sum = پاسخ به پرسش: { $n } نفر · درست: { $right } نفر ({ $percent } درصد)
circular-answers-option = { $n }. { $text }: { $said }
circular-answers-right = { $n }. { $text } ✅ { $said }
circular-answers-people = { $n } نفر
circular-answers-percent = { $n } درصد
circular-answers-rests = بند { $n }
statement-answers = پاسخ‌ها
statement-answers-question = پرسش
statement-answers-option = گزینه
statement-answers-clause = بند
statement-answers-clause-text = متن بند
statement-answers-right = پاسخ درست
statement-answers-number = شمار پاسخ
statement-answers-percent = درصد
statement-answers-yes = بله
statement-answers-no = خیر

## Figures that do not make up the plan

circular-statement-unbalanced = این گزارش تراز نیست ⚠️ همهٔ گیرندگان { $planned } نفرند و سطرها { $found } نفر را نشان می‌دهند. راهبر بهین‌یار خبر دارد؛ تا رسیدگی، به این عددها تکیه نکنید.
notice-circular-ended-unbalanced =
    ارسال بخشنامهٔ { $number } به پایان رسید، ولی جمع عددها برابر شمار گیرندگان نیست ⚠️
    همهٔ گیرندگان: { $planned } · در عددها: { $found }
    فرستاده‌شده: { $sent } · در دسترس نبودند: { $parked } · پیام‌رسان نپذیرفت: { $refused } · نامعلوم: { $uncertain } · پس‌گرفته: { $withdrawn }
    راهبر بهین‌یار خبر دارد؛ تا رسیدگی، به این عددها تکیه نکنید.
notice-token-unknown =
    پیام‌رسان { $messenger } ربات بهین‌یار را نمی‌شناسد ⚠️
    تا رسیدگی، پیام‌های این پیام‌رسان فرستاده نمی‌شود و در نوبت می‌ماند. هر کس پیام‌رسان دیگری هم دارد، پس از ده دقیقه از آنجا خبر می‌گیرد.
    توکن ربات را در تنظیمات برنامه بررسی کنید و برنامه را دوباره به راه بیندازید.
notice-circular-unbalanced =
    عددهای بخشنامهٔ { $number } تراز نیست ⚠️
    همهٔ گیرندگان: { $planned } · در گزارش پایانی: { $found }
    این نباید پیش بیاید. گزارش پایانی و گزارش رویدادهای برنامه را ببینید و پیش از تکیه بر عددها، علت را پیدا کنید.

## Offices that leave it lying

circular-lag-unread = { $office } (نخوانده)
circular-lag-unreached = { $office } (به کسی نرسیده)
circular-lag-not-passed = { $office } (خوانده، ابلاغ نکرده)
circular-lag-place = { $office } در استان { $province }

## In the place of an office

button-pass-in-place = ابلاغ به جای آن
button-pass-in-place-yes = بله، ابلاغ شود
branch-in-place-sure =
    { $place } بخشنامهٔ { $number } را در زمان تعیین‌شده ابلاغ نکرده است. گیرندگان در انتظار: { $n } نفر.
    به جای آن ابلاغ شود؟ این کار به نام دفتر شما ثبت می‌شود و { $place } خبر می‌گیرد.
branch-passed-in-place = ابلاغ { $office } به جای این دفتر، به { $n } گیرنده: { $at }
branch-mark-in-place = به جای آن ابلاغ شد ✅
circular-passed-in-place =
    بخشنامهٔ { $number } به جای { $place } به { $n } گیرنده ابلاغ شد ✅
    موضوع: { $subject }
    ابلاغ‌کننده: { $by } از { $office } · { $at }
circular-passed-before-in-place =
    این بخشنامه را { $by } از { $office } پیش‌تر به جای { $place } به { $n } گیرنده ابلاغ کرده است؛ کاری لازم نیست.
    بخشنامهٔ { $number }، موضوع: { $subject }
    زمان: { $at }
notice-circular-in-place =
    بخشنامهٔ { $number } را { $by } به جای { $place } به { $n } گیرنده ابلاغ کرد؛ کاری لازم نیست.
    موضوع: { $subject }
circular-statement-of-in-place = { $name } · { $planned } نفر: { $said } · به جای { $place } ابلاغ شد
circular-statement-in-place = به { $n } نفر، دفتر بالاتر به جای دفتری ابلاغ کرد که در زمان تعیین‌شده ابلاغ نکرده بود.
statement-column-in-place = ابلاغ به جای
statement-hint-in-place = دفتر بالاتر به جای این دفتر ابلاغ کرد، زیرا خود آن در زمان تعیین‌شده ابلاغ نکرده بود.
problem-circular-not-late = این دفتر هنوز فرصت دارد: { $hours } ساعت پس از رسیدن بخشنامه، تا { $at }. پس از آن می‌توانید به جای آن ابلاغ کنید؛ تا آن زمان یادآوری بفرستید.
