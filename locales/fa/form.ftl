# The form engine's own words.

form-progress = پرسش { $n } از { $of }:
form-answered = پاسخ کنونی: { $value }
form-line = { $label }: { $value }
form-line-empty = { $label }: وارد نشده
form-edit = کدام بخش را ویرایش می‌کنید؟
form-kept = پاسخ‌های شما نگه داشته شد؛ هر زمان خواستید، از همین‌جا یا از پیام‌رسان دیگر ادامه دهید.
form-closed = این فرم پیش‌تر بسته شده است. وضعیت کنونی را پایین می‌بینید.
form-use-buttons = برای این پرسش یکی از گزینه‌های زیر را انتخاب کنید؛ آنچه نوشتید ثبت نشد.
form-not-text = برای این پرسش نوشته لازم است، نه { $came }. لطفاً پاسخ را بنویسید.
form-not-pick = برای این پرسش یکی از گزینه‌های زیر لازم است، نه { $came }.
form-not-location = برای این پرسش موقعیت لازم است، نه { $came }. لطفاً دکمهٔ «فرستادن موقعیت» را بزنید.
form-nothing-found = برای «{ $typed }» چیزی پیدا نشد. بخش کوتاه‌تری از نام را بنویسید؛ نمونه: کفش

came-voice = صدا
came-sticker = برچسب
came-photo = عکس
came-document = پرونده
came-video = ویدئو
came-audio = فایل صوتی
came-contact = شمارهٔ تماس
came-location = موقعیت
came-animation = تصویر متحرک
came-other = این نوع پیام
