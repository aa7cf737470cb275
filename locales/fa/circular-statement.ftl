# The closing statement of a circular as a sheet.

statement-preparing = گزارش پایانی ارسال آماده می‌شود ⏳ فایل آن تا چند لحظهٔ دیگر همین‌جا می‌آید.
statement-ready =
    گزارش پایانی ارسال بخشنامهٔ { $number } آماده است.
    هر ردیف یک دفتر است و جمع ستون‌ها در ردیف آخر؛ معنای ستون‌ها در برگهٔ دوم فایل آمده است.
statement-so-far =
    گزارش ارسال بخشنامهٔ { $number } تا این لحظه آماده است؛ ارسال هنوز به پایان نرسیده است.
    هر ردیف یک دفتر است و جمع ستون‌ها در ردیف آخر؛ معنای ستون‌ها در برگهٔ دوم فایل آمده است.
statement-refused = گزارش آماده نشد. { $text }
button-statement = گزارش به صورت فایل

statement-file = گزارش پایانی ارسال { $number }
statement-sheet = گزارش پایانی ارسال
statement-sum = جمع
statement-about = شرح
statement-about-what = عنوان
statement-about-value = شرح
statement-about-number = شمارهٔ بخشنامه
statement-about-subject = موضوع
statement-about-state = وضعیت
statement-about-at = زمان گزارش
statement-about-planned = شمار همهٔ گیرندگان
statement-about-balance = تراز
statement-balanced = برقرار است؛ جمع ردیف‌ها برابر شمار همهٔ گیرندگان است.
statement-not-balanced = برقرار نیست؛ همهٔ گیرندگان { $planned } نفرند و سطرها { $found } نفر را نشان می‌دهند. لطفاً این فایل را برای پشتیبانی بفرستید.

statement-column-level = سطح
statement-column-province = استان
statement-column-office = دفتر
statement-column-planned = گیرندگان
statement-column-sent = فرستاده‌شده
statement-column-acknowledged = اعلام خواندن
statement-column-parked = در دسترس نبودند
statement-column-refused = پیام‌رسان نپذیرفت
statement-column-uncertain = نامعلوم
statement-column-withdrawn = پس‌گرفته
statement-column-held-back = در انتظار ابلاغ
statement-column-on-the-way = در نوبت ارسال
statement-hint-planned = همهٔ کسانی که این بخشنامه برای آن‌هاست؛ برابر است با جمع ستون‌های دیگر، به‌جز «اعلام خواندن».
statement-hint-sent = پیام‌رسان پیام را پذیرفته است.
statement-hint-acknowledged = دکمهٔ «خواندم» را زده‌اند؛ این عدد بخشی از ستون‌های دیگر است و جداگانه جمع نمی‌شود.
statement-hint-parked = ربات را بسته‌اند یا هنوز باز نکرده‌اند؛ اگر برگردند، پیام فرستاده می‌شود.
statement-hint-refused = پیام‌رسان پیام را نپذیرفت.
statement-hint-uncertain = پاسخ پیام‌رسان گم شد و روشن نیست پیام رسیده است یا نه. پیام دوباره فرستاده نمی‌شود تا دو بار نرسد.
statement-hint-withdrawn = پیش از ارسال پس گرفته شد.
statement-hint-held-back = دفتر بالاتر هنوز آن را ابلاغ نکرده است.
statement-hint-on-the-way = هنوز فرستاده نشده است و فرستاده می‌شود.
