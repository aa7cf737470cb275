# Passing a circular on from level to level, its question, and who has not read it.

## Refusals

problem-circular-nobody-waits = برای ابلاغ این بخشنامه کسی منتظر دفتر شما نیست؛ کاری لازم نیست.
problem-circular-not-told = این بخشنامه هنوز به دفتر شما نرسیده است. پس از رسیدن آن، دکمهٔ ابلاغ را همین‌جا می‌بینید.
problem-circular-not-passed = دفتر شما این بخشنامه را هنوز ابلاغ نکرده است. نخست آن را ابلاغ کنید؛ نامهٔ پوششی پس از آن ثبت می‌شود.
problem-circular-nothing-held-back = کسی در انتظار ابلاغ این بخشنامه نیست؛ چیزی برای بستن نمانده است.
problem-circular-no-question = این بخشنامه چنین پرسشی ندارد. از منوی اصلی ادامه دهید.
problem-circular-question-options = پرسش { $got } گزینه دارد؛ از { $least } تا { $most } گزینه لازم است. هر گزینه را در یک سطر بنویسید.
problem-circular-question-right = در این پرسش { $got } گزینه درست نشان داده شده است؛ درست یک گزینه باید پاسخ درست باشد.
problem-circular-question-twice = گزینهٔ «{ $text }» دو بار آمده است. گزینه‌ها را متفاوت بنویسید.
problem-circular-question-clause = این بخشنامه بند { $got } ندارد؛ آخرین بند آن { $most } است. شمارهٔ بند را از روی متن بنویسید.
