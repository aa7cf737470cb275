# The form engine's own words.

form-progress = پرسش { $n } از { $of }:
form-answered = پاسخ کنونی: { $value }
form-line = { $label }: { $value }
form-line-empty = { $label }: وارد نشده
form-example = نمونه:
form-edit = کدام بخش را ویرایش می‌کنید؟
form-kept = پاسخ‌های شما نگه داشته شد؛ هر زمان خواستید، از همین‌جا یا از پیام‌رسان دیگر ادامه دهید.
form-closed = این فرم پیش‌تر بسته شده است. وضعیت کنونی را پایین می‌بینید.
form-use-buttons = برای این پرسش یکی از گزینه‌های زیر را انتخاب کنید؛ آنچه نوشتید ثبت نشد.
form-not-text = برای این پرسش نوشته لازم است، نه { $came }. لطفاً پاسخ را بنویسید.
form-not-pick = برای این پرسش یکی از گزینه‌های زیر لازم است، نه { $came }.
form-not-location = برای این پرسش موقعیت لازم است، نه { $came }. لطفاً دکمهٔ «فرستادن موقعیت» را بزنید.
form-nothing-found = برای «{ $typed }» چیزی پیدا نشد. بخش کوتاه‌تری از نام را بنویسید یا همهٔ فهرست را ببینید.
form-forward = پیام بازفرستاده‌شده (فوروارد) پاسخ شمرده نمی‌شود؛ چیزی از آن ثبت نشد. لطفاً پاسخ را خودتان بنویسید یا بفرستید.

form-remark = بخش: { $field }. دلیل: { $reason }.
form-remark-of = بخش: { $field }، { $product }. دلیل: { $reason }.
form-remark-note = توضیح بررسی‌کننده: { $note }
form-mended = اصلاح شد ✅
form-not-mended = هنوز اصلاح نشده ⚠️
form-send-so = آنچه اتحادیه خواسته بود هنوز همان است که پیش‌تر فرستادید. اگر درست است، همین‌طور بفرستید؛ وگرنه نخست آن را اصلاح کنید.
form-drop = پاسخ‌هایی که در این فرم نوشته‌اید پاک می‌شود و بازنمی‌گردد. آنچه پیش‌تر فرستاده‌اید همان است که بود. پاک شود؟
form-dropped = فرم بسته شد و پاسخ‌های آن پاک شد.

button-drop = انصراف
button-drop-answers = بله، پاک شود
button-keep-answers = نه، ادامه می‌دهم
button-mend-first = اصلاح می‌کنم
button-send-so = همین‌طور می‌فرستم
button-whole-list = همهٔ فهرست

came-voice = صدا
came-sticker = برچسب
came-photo = عکس
came-document = فایل
came-video = ویدئو
came-audio = فایل صوتی
came-contact = شمارهٔ تماس
came-location = موقعیت
came-animation = تصویر متحرک
came-other = این نوع پیام
