<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>CaptureWords</name>
    <message>
        <location filename="../app/gui/counter/capture_words.cpp" line="+10"/>
        <source>The scanner is being opened …</source>
        <translation>Đang mở kết nối máy quét …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner is warming up …</source>
        <translation>Máy quét đang làm nóng …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner did not answer and is being started again; all pages so far are safe</source>
        <translation>Máy quét không trả lời, đang khởi động lại; các trang đã quét đều được lưu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner is not where it was; looking for it on all connections …</source>
        <translation>Máy quét không còn ở kết nối cũ; đang tìm trên mọi kết nối …</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 / %n sheet(s)</source>
        <extracomment>%1 sheets were scanned of %n that were counted.</extracomment>
        <translation>
            <numerusform>%1 / %n tờ</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>sheet %1 has no back</source>
        <translation>tờ %1 thiếu mặt sau</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sheet %1 is cut short</source>
        <translation>tờ %1 bị cụt</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1 of %n sheet(s)</source>
        <translation>
            <numerusform>đã quét %1 / %n tờ</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>blank or not</source>
        <translation>đánh dấu mặt trống</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>turn</source>
        <translation>xoay mặt giấy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>move</source>
        <translation>chuyển mặt giấy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>split</source>
        <translation>tách giấy tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scanned again</source>
        <translation>quét lại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scanned in between</source>
        <translation>quét chèn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>separator sheet</source>
        <translation>tờ phân cách</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>half sheet set aside after a trouble</source>
        <translation>để riêng tờ quét dở sau sự cố</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>clean-up</source>
        <extracomment>Of a scanned page: straightened, cut to the paper …</extracomment>
        <translation>làm sạch ảnh</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>divide</source>
        <translation>chia mặt giấy</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>valid</source>
        <extracomment>Of a signature (chữ ký số).</extracomment>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not complete</source>
        <translation>chưa đầy đủ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>valid, but look at it</source>
        <translation>hợp lệ, cần xem lại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cannot be checked here</source>
        <translation>không kiểm tra được tại đây</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <location filename="../app/cli/capture_outcome.cpp" line="+87"/>
        <source>attention: %1 sides are not cleaned yet; signing tries again</source>
        <translation>chú ý: %1 mặt chưa được làm sạch; khi ký sẽ thử lại</translation>
    </message>
    <message>
        <location line="-59"/>
        <source>attention: %1 sheets expected, %2 scanned; count the paper and scan what is missing, or explain it with &quot;count&quot;</source>
        <translation>chú ý: cần %1 tờ, đã quét %2; hãy đếm lại và quét tờ còn thiếu, hoặc nêu lý do bằng lệnh &quot;count&quot;</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>attention: the back is missing of sheet %1; scan it again</source>
        <translation>chú ý: tờ %1 thiếu mặt sau; hãy quét lại</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: sheet %1 is incomplete; scan it again</source>
        <translation>chú ý: tờ %1 bị cụt; hãy quét lại</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 of %2 sheets are safe</source>
        <translation>đã lưu %1 / %2 tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sheet %1 is the last good one. Put back everything behind it, from sheet %2 on.</source>
        <translation>Tờ %1 là tờ cuối cùng đã quét tốt. Hãy đặt lại mọi tờ sau đó, từ tờ %2 trở đi.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Enter: scan on.  q and Enter: end here.</source>
        <translation>Enter: quét tiếp.  q rồi Enter: kết thúc tại đây.</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1: %2 sides of %3 sheets</source>
        <translation>%1: %2 mặt của %3 tờ</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 sides are blank and are no pages of the copy</source>
        <translation>%1 mặt trống, không đưa vào bản sao</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>attention: look at %1 sides; &quot;dossier show&quot; says why</source>
        <translation>chú ý: cần xem %1 mặt; lệnh &quot;dossier show&quot; cho biết lý do</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1, sheet %2, %3 is incomplete: %4</source>
        <translation>%1, tờ %2, %3 bị cụt: %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, sheet %2, %3 is safe: %4</source>
        <translation>%1, tờ %2, %3 đã lưu: %4</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>front</source>
        <translation>mặt trước</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>back</source>
        <translation>mặt sau</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>separator sheet: what follows is %1</source>
        <translation>tờ phân cách: tiếp theo là %1</translation>
    </message>
    <message>
        <location filename="../app/cli/command_audit.cpp" line="+23"/>
        <source>%1 records, chain intact, head %2</source>
        <translation>%1 bản ghi, chuỗi nguyên vẹn, đầu chuỗi %2</translation>
    </message>
    <message>
        <location line="+18"/>
        <location filename="../app/cli/command_purge.cpp" line="+20"/>
        <source>reading again: %1 of %2</source>
        <translation>đang đọc lại: %1 / %2</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n objects read again, %1 of them lost</source>
        <translation>
            <numerusform>đã đọc lại %n đối tượng, trong đó mất %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n objects sent again</source>
        <translation>
            <numerusform>đã gửi lại %n đối tượng</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Look at the audit chain and at the repository</source>
        <translation>Xem chuỗi nhật ký và kiểm tra Kho</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Read a random sample of what the repository has proven again</source>
        <translation>Đọc lại một mẫu ngẫu nhiên các bản sao đã xác nhận có trong Kho</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Number of objects; without it as the settings say</source>
        <translation>Số đối tượng; bỏ trống thì theo cấu hình</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Send what the repository has lost once more</source>
        <translation>Gửi lại những gì Kho đã mất</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>Check the audit chain</source>
        <translation>Kiểm tra chuỗi nhật ký</translation>
    </message>
    <message>
        <location filename="../app/cli/command_confirm.cpp" line="+14"/>
        <source>Confirm the fields of one paper</source>
        <translation>Xác nhận các trường của một giấy tờ</translation>
    </message>
    <message>
        <location filename="../app/cli/invocation.cpp" line="+89"/>
        <source>Dossier code or uuid</source>
        <translation>Mã hồ sơ hoặc uuid</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Component of the checklist, e.g. GT01</source>
        <translation>Thành phần hồ sơ, ví dụ GT01</translation>
    </message>
    <message>
        <location filename="../app/cli/command_confirm.cpp" line="+3"/>
        <source>A field as key=value</source>
        <translation>Một trường dạng khóa=giá trị</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Accept the proposals for all other fields</source>
        <translation>Chấp nhận đề xuất cho mọi trường khác</translation>
    </message>
    <message>
        <location filename="../app/cli/command_decide.cpp" line="+52"/>
        <source>Replace a copy that was handed over: scan, sign and confirm its paper again</source>
        <translation>Thay bản sao đã chuyển giao: quét, ký số và xác nhận lại giấy tờ</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The copy that was handed over stays; not once the new one is on its way</source>
        <translation>Giữ bản sao đã chuyển giao; không dùng được khi bản mới đã được gửi đi</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Take back a copy that was handed over in error; `store` tells the department and whoever would reuse it</source>
        <translation>Thu hồi bản sao đã chuyển giao nhầm; lệnh `store` báo cho phòng chuyên môn và nơi có thể dùng lại bản đó</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Decide what happens with one paper</source>
        <translation>Chọn cách xử lý một giấy tờ</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>digitize, reuse, attach, shown or refuse</source>
        <translation>digitize, reuse, attach, shown hoặc refuse</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Why a paper that could be reused is digitized: unreadable, changed, wish or other; kept in the audit chain</source>
        <translation>Vì sao vẫn số hóa giấy tờ có thể dùng lại: unreadable (khó đọc), changed (đã thay đổi), wish (theo yêu cầu) hoặc other (khác); được ghi vào chuỗi nhật ký</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>With reuse: digitization code or SHA-256 of the stored copy</source>
        <translation>Khi dùng lại: mã kết quả số hóa hoặc SHA-256 của bản trong Kho</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With reuse: the clerk found the paper in the national store</source>
        <translation>Khi dùng lại: cán bộ tìm thấy giấy tờ trong kho dữ liệu của Cổng Dịch vụ công quốc gia</translation>
    </message>
    <message>
        <location filename="../app/cli/command_demo.cpp" line="+11"/>
        <source>Take six training papers from a virtual scanner to the repository and check all</source>
        <translation>Đưa sáu giấy tờ tập huấn từ máy quét ảo đến Kho rồi kiểm tra tất cả</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder for everything that is made</source>
        <translation>Thư mục cho mọi thứ được tạo ra</translation>
    </message>
    <message>
        <location filename="../app/cli/command_devices.cpp" line="+32"/>
        <source>no scanner found</source>
        <translation>không thấy máy quét</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>List the scanners</source>
        <translation>Liệt kê máy quét</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show what a scanner can do</source>
        <translation>Xem khả năng của máy quét</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../app/cli/command_scan.cpp" line="+66"/>
        <source>SANE device name</source>
        <translation>Tên thiết bị SANE</translation>
    </message>
    <message>
        <location filename="../app/cli/page_files.cpp" line="+97"/>
        <source>page %1 of %2</source>
        <translation>trang %1 / %2</translation>
    </message>
    <message>
        <location filename="../app/cli/command_digitize.cpp" line="+50"/>
        <source>%1: %2 pages, %3 blank sides left out</source>
        <translation>%1: %2 trang, bỏ %3 mặt trống</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>attention: %1 files or pages are missing or incomplete</source>
        <translation>chú ý: %1 tệp hoặc trang bị thiếu hoặc chưa đầy đủ</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Make one clean PDF/A of images, without a dossier</source>
        <translation>Tạo một PDF/A sạch từ ảnh, không cần hồ sơ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_import.cpp" line="+38"/>
        <location filename="../app/cli/page_files.cpp" line="-64"/>
        <source>Images or PDFs</source>
        <translation>Ảnh hoặc PDF</translation>
    </message>
    <message>
        <location filename="../app/cli/command_digitize.cpp" line="+2"/>
        <source>The PDF to write</source>
        <translation>Tệp PDF cần ghi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>none or embedded</source>
        <translation>none hoặc embedded</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>reference: one picture a page; layered: print, ground and colour apart, far smaller</source>
        <translation>reference: mỗi trang một ảnh; layered: tách riêng chữ, nền và màu, dung lượng nhỏ hơn nhiều</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Language of the text</source>
        <translation>Ngôn ngữ của văn bản</translation>
    </message>
    <message>
        <location filename="../app/cli/page_files.cpp" line="-10"/>
        <source>%1, page %2</source>
        <translation>%1, trang %2</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Pages at a time</source>
        <translation>Số trang xử lý cùng lúc</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Resolution of images that do not say</source>
        <translation>Độ phân giải của ảnh không ghi rõ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_dossier.cpp" line="+32"/>
        <source>    %1: the copy lies in the repository alone since %2; `fetch` brings it back</source>
        <translation>    %1: bản sao chỉ còn trong Kho từ %2; lệnh `fetch` lấy lại về trạm</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Open, show and list dossiers</source>
        <translation>Mở, xem và liệt kê hồ sơ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open a dossier for a procedure and an owner</source>
        <translation>Mở hồ sơ cho một thủ tục và một chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Procedure code</source>
        <translation>Mã thủ tục hành chính</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Personal id or tax code of the owner</source>
        <translation>Số định danh hoặc mã số thuế của chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name of the owner</source>
        <translation>Tên chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Instead of both: the owner&apos;s identity card as a hand scanner typed its QR code</source>
        <translation>Thay cho cả hai: nội dung mã QR trên thẻ căn cước của chủ hồ sơ, do máy đọc mã cầm tay nhập vào</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Dossier code of the portal</source>
        <translation>Mã hồ sơ do Cổng cấp</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Show one dossier</source>
        <translation>Xem một hồ sơ</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>List the dossiers of a day</source>
        <translation>Liệt kê hồ sơ của một ngày</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Day, today when left out</source>
        <translation>Ngày; bỏ trống là hôm nay</translation>
    </message>
    <message>
        <location filename="../app/cli/dossier_json.cpp" line="+187"/>
        <source>sure</source>
        <translation>chắc chắn</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>check</source>
        <translation>cần kiểm tra</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>  (read as %1)</source>
        <extracomment>What the ink seems to say, where an official name is proposed instead.</extracomment>
        <translation>  (trên giấy đọc được: %1)</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>PROVISIONAL %1</source>
        <extracomment>In capitals: a digitization code that is not claimed yet.</extracomment>
        <translation>TẠM THỜI %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>WITHDRAWN, not handed over yet</source>
        <translation>ĐÃ THU HỒI, chưa chuyển giao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>CORRECTION, not handed over yet</source>
        <translation>BẢN THAY THẾ, chưa chuyển giao</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>found in the national store</source>
        <translation>tìm thấy trong kho dữ liệu của Cổng Dịch vụ công quốc gia</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its pages are no longer on this station</source>
        <translation>ảnh các trang không còn tại trạm này</translation>
    </message>
    <message>
        <location filename="../app/cli/command_extract.cpp" line="+41"/>
        <source>  attention: this looks like %1 (%2 %); is it in the right place?</source>
        <translation>  chú ý: giấy tờ này trông giống %1 (%2 %); đã đúng thành phần hồ sơ chưa?</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>  attention: the text of sheet %1 could not be read; type its fields</source>
        <translation>  chú ý: không đọc được chữ trên tờ %1; hãy nhập tay các trường của tờ này</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Propose the fields of every signed copy</source>
        <translation>Đề xuất các trường của mọi bản sao đã ký</translation>
    </message>
    <message>
        <location filename="../app/cli/command_import.cpp" line="-21"/>
        <source>%1: the file is signed and was taken as it is (%2)</source>
        <translation>%1: tệp đã ký số, được nhận nguyên trạng (%2)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: its signature could not be fully proved; &quot;verify&quot; says why</source>
        <translation>chú ý: chưa xác thực được đầy đủ chữ ký số; lệnh &quot;verify&quot; cho biết lý do</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Take a paper from image or PDF files into its component</source>
        <translation>Đưa giấy tờ từ tệp ảnh hoặc PDF vào thành phần hồ sơ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_inbox.cpp" line="+47"/>
        <source>the inbox is empty</source>
        <translation>hộp đến trống</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>acknowledged: %1</source>
        <translation>đã xác nhận: %1</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>every hand-over has been acknowledged, or is not old enough</source>
        <translation>mọi lượt chuyển giao đều đã được xác nhận hoặc chưa đến hạn</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <location filename="../app/cli/command_sync.cpp" line="+111"/>
        <source>%n hand-overs without an answer</source>
        <translation>
            <numerusform>%n lượt chuyển giao chưa có phản hồi</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Show what a department was handed over</source>
        <translation>Xem những gì phòng chuyên môn được chuyển giao</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>Agency id</source>
        <translation>Mã định danh đơn vị</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Acknowledge an event of the inbox</source>
        <translation>Xác nhận đã nhận một sự kiện trong hộp đến</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Event id</source>
        <translation>Mã sự kiện</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Show hand-overs that no department has acknowledged</source>
        <translation>Xem các lượt chuyển giao chưa được phòng chuyên môn xác nhận</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only these agency ids</source>
        <translation>Chỉ các mã định danh đơn vị này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Number of days to look back</source>
        <translation>Số ngày gần đây cần xem</translation>
    </message>
    <message>
        <location filename="../app/cli/command_lookup.cpp" line="+78"/>
        <source>no paper that can be reused</source>
        <translation>không có giấy tờ dùng lại được</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>attention: %1</source>
        <translation>chú ý: %1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>List the stored papers of an owner</source>
        <translation>Liệt kê giấy tờ đã lưu kho của một chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Personal id or tax code</source>
        <translation>Số định danh hoặc mã số thuế</translation>
    </message>
    <message>
        <location filename="../app/cli/command_scan.cpp" line="-3"/>
        <source>Scan a paper into its component</source>
        <translation>Quét một giấy tờ vào thành phần hồ sơ</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>flatbed, feeder or duplex</source>
        <translation>flatbed, feeder hoặc duplex</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resolution</source>
        <translation>Độ phân giải</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>colour or gray</source>
        <translation>colour (màu) hoặc gray (xám)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Number of sheets that were counted</source>
        <translation>Số tờ đã đếm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan in front of this side</source>
        <translation>Quét chèn trước mặt giấy này</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan this side again; the old one is set aside</source>
        <translation>Quét lại mặt giấy này; bản cũ được để riêng</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>At a jam or an empty feeder wait for Enter and scan on</source>
        <translation>Khi kẹt giấy hoặc khay nạp hết giấy, chờ phím Enter rồi quét tiếp</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Write the scanner&apos;s options and timing to this file, no picture</source>
        <translation>Ghi tùy chọn và thời gian của máy quét vào tệp này, không ghi ảnh</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sign.cpp" line="+132"/>
        <source>signed %1 of %2</source>
        <translation>đã ký %1 / %2</translation>
    </message>
    <message>
        <location line="-60"/>
        <source>%1: %2 pages signed by %3, %4</source>
        <translation>%1: %2 trang do %3 ký, %4</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: not reached</source>
        <translation>%1: chưa tới lượt ký</translation>
    </message>
    <message numerus="yes">
        <location line="+20"/>
        <source>%n copies wait for their time stamp or proof</source>
        <translation>
            <numerusform>%n bản sao chờ dấu thời gian hoặc dữ liệu xác thực</numerusform>
        </translation>
    </message>
    <message>
        <location line="+63"/>
        <source>Sign every captured copy of a dossier</source>
        <translation>Ký số mọi bản đã quét của hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+85"/>
        <location filename="../app/cli/command_token.cpp" line="+120"/>
        <source>Label of the token</source>
        <translation>Nhãn của thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+2"/>
        <source>SHA-256 of the certificate, when several can sign</source>
        <translation>SHA-256 của chứng thư số, khi có nhiều chứng thư ký được</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_sign_file.cpp" line="+2"/>
        <source>File that holds the PIN; asked for when left out</source>
        <translation>Tệp chứa mã PIN; bỏ trống thì sẽ hỏi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>PKCS#12 file of the agency, whose signature follows the clerk&apos;s</source>
        <translation>Tệp PKCS#12 của cơ quan, dùng để ký sau chữ ký của cán bộ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Label of the agency&apos;s token</source>
        <translation>Nhãn thiết bị ký số của cơ quan</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File that holds the agency&apos;s PIN or password</source>
        <translation>Tệp chứa mã PIN hoặc mật khẩu của cơ quan</translation>
    </message>
    <message>
        <location filename="../app/cli/command_store.cpp" line="+34"/>
        <source>Claim the codes, store the copies, tell the department</source>
        <translation>Cấp mã, lưu bản sao vào Kho, báo phòng chuyên môn</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Send it before all others</source>
        <translation>Gửi hồ sơ này trước mọi hồ sơ khác</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>handed over: event %1</source>
        <translation>đã chuyển giao: sự kiện %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>attention: still without a paper: %1; a later hand-over can bring them</source>
        <translation>chú ý: còn thiếu giấy tờ: %1; có thể bổ sung ở lần chuyển giao sau</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sync.cpp" line="-76"/>
        <source>%1 hand-overs sent, %2 wait, %3 need a person</source>
        <translation>đã gửi %1 lượt chuyển giao, %2 lượt đang chờ, %3 lượt cần người xử lý</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>portal and departments: %1 notices told, %2 wait, %3 need a person</source>
        <translation>Cổng và phòng chuyên môn: đã gửi %1 thông báo, %2 thông báo đang chờ, %3 thông báo cần người xử lý</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>hand-over %1 of %2</source>
        <translation>lượt chuyển giao %1 / %2</translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>%n hand-over(s) sent</source>
        <translation>
            <numerusform>đã gửi %n lượt chuyển giao</numerusform>
        </translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1  needs a person: %2 %3</source>
        <translation>%1  cần người xử lý: %2 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1  failed %2 times: %3 %4</source>
        <translation>%1  đã lỗi %2 lần: %3 %4</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>nothing waits</source>
        <translation>không có gì chờ</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Send what waits in the outbox</source>
        <translation>Gửi những gì chờ trong hộp đi</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send once and end; the default</source>
        <translation>Gửi một lần rồi kết thúc; mặc định</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep sending until stopped</source>
        <translation>Gửi liên tục cho đến khi dừng</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Show what waits in the outbox</source>
        <translation>Xem những gì chờ trong hộp đi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Let what failed be sent again, also what needs a person</source>
        <translation>Cho gửi lại các lượt bị lỗi, kể cả lượt cần người xử lý</translation>
    </message>
    <message>
        <location filename="../app/cli/command_token.cpp" line="-104"/>
        <source>locked</source>
        <translation>đã khóa</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>one PIN entry left</source>
        <translation>còn một lần nhập PIN</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a wrong PIN was entered</source>
        <translation>đã có lần nhập sai PIN</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the PIN must be changed</source>
        <translation>phải đổi mã PIN</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no PIN was ever set</source>
        <translation>chưa đặt mã PIN</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the PIN is typed on the token</source>
        <translation>nhập mã PIN trên thiết bị</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>no token found</source>
        <translation>không thấy thiết bị ký số</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>no certificate found</source>
        <translation>không thấy chứng thư số</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Look at signature tokens</source>
        <translation>Xem thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List the tokens</source>
        <translation>Liệt kê thiết bị ký số</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>List the certificates and why one cannot sign</source>
        <translation>Liệt kê chứng thư số và lý do không ký được</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log in once to see which have their key</source>
        <translation>Đăng nhập một lần để xem chứng thư nào có khóa</translation>
    </message>
    <message>
        <location filename="../app/cli/command_verify.cpp" line="+37"/>
        <source>time stamp of %1 by %2</source>
        <translation>dấu thời gian %1 do %2 cấp</translation>
    </message>
    <message>
        <location line="+76"/>
        <source>Check the signatures of PDF files</source>
        <translation>Kiểm tra chữ ký của tệp PDF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PDF files</source>
        <translation>Tệp PDF</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder of trusted certificates; the station&apos;s when left out</source>
        <translation>Thư mục chứng thư tin cậy; bỏ trống thì dùng của trạm</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask authorities whether certificates were withdrawn</source>
        <translation>Hỏi tổ chức cung cấp dịch vụ chứng thực xem chứng thư số có bị thu hồi không</translation>
    </message>
    <message>
        <location filename="../app/cli/demo.cpp" line="+61"/>
        <source>station ready on embedded defaults</source>
        <translation>trạm sẵn sàng với cấu hình mặc định</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>every signature valid, every object as it was sent, %1 s in all</source>
        <translation>mọi chữ ký hợp lệ, mọi đối tượng đúng như khi gửi, tổng cộng %1 giây</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>dossier opened: %1, %2 components</source>
        <translation>đã mở hồ sơ: %1, %2 thành phần</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 reused from the repository, not scanned</source>
        <translation>dùng lại %1 từ Kho, không quét</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 shown and given back</source>
        <translation>%1 đã xuất trình, trả lại</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 documents stored under their codes, department told</source>
        <translation>đã lưu %1 tài liệu theo mã, báo phòng chuyên môn</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 scanned and cleaned: %2 sheets, %3 sides, %4 blank</source>
        <translation>đã quét và làm sạch %1: %2 tờ, %3 mặt, trong đó %4 mặt trống</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>token unlocked: one PIN for the batch</source>
        <translation>đã mở thiết bị ký số: một mã PIN cho cả lô</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 copies signed and verified</source>
        <translation>đã ký số và kiểm tra %1 bản sao</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 confirmed: %2 fields read right, %3 corrected, %4 typed</source>
        <translation>đã xác nhận %1: %2 trường đọc đúng, %3 sửa, %4 nhập tay</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>signatures of %1 copies verified</source>
        <translation>đã kiểm tra chữ ký của %1 bản sao</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>events, manifests and documents in the inbox verified</source>
        <translation>đã kiểm tra sự kiện, bản kê và tài liệu trong hộp đến</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>audit chain of %1 records verified</source>
        <translation>đã kiểm tra chuỗi nhật ký %1 bản ghi</translation>
    </message>
    <message>
        <location filename="../app/cli/main.cpp" line="+22"/>
        <source>Digitization station: from paper to the electronic repository</source>
        <translation>Trạm Số hóa: từ giấy tờ đến Kho quản lý dữ liệu điện tử</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Folder of the station&apos;s data</source>
        <translation>Thư mục dữ liệu của trạm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of settings files</source>
        <translation>Thư mục tệp cấu hình</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Language of messages: vi, en or cs</source>
        <translation>Ngôn ngữ thông báo: vi, en hoặc cs</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One JSON document on standard output</source>
        <translation>Một tài liệu JSON ra đầu ra chuẩn</translation>
    </message>
    <message>
        <location filename="../app/cli/pin_entry.cpp" line="+20"/>
        <source>PIN of the token: </source>
        <translation>Mã PIN của thiết bị ký số: </translation>
    </message>
    <message>
        <location filename="../app/cli/command_side.cpp" line="+59"/>
        <source>auto, or degrees from -45 to 45</source>
        <translation>auto, hoặc số độ từ -45 đến 45</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+122"/>
        <source>auto, off, or X,Y,WIDTH,HEIGHT in pixels of the scan</source>
        <translation>auto, off, hoặc X,Y,RỘNG,CAO tính bằng điểm ảnh của bản quét</translation>
    </message>
    <message>
        <location line="-32"/>
        <source>Turn, move, divide, set aside a captured side, choose its clean-up, or call it blank</source>
        <translation>Xoay, chuyển, chia, để riêng một mặt giấy đã quét, chọn cách làm sạch ảnh hoặc đánh dấu mặt trống</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Id of the side</source>
        <translation>Mã của mặt giấy</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>yes: no page of the copy; no: it carries content</source>
        <translation>yes: không đưa vào bản sao; no: mặt giấy có nội dung</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>yes: set aside; no: take it back in</source>
        <translation>yes: để riêng; no: đưa lại vào</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Degrees clockwise: 90, 180, 270 or -90</source>
        <translation>Số độ theo chiều kim đồng hồ: 90, 180, 270 hoặc -90</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Component that it goes to, or stays in with --before</source>
        <translation>Thành phần hồ sơ cần chuyển đến; với --before có thể giữ thành phần hiện tại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This side and all behind it go to this component</source>
        <translation>Chuyển mặt giấy này và các mặt tiếp theo sang thành phần hồ sơ này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What lies apart on it, cards or receipts, becomes sides of its own</source>
        <translation>Chia các thẻ, biên lai nằm rời nhau trên mặt giấy thành từng mặt riêng</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>auto, or degrees clockwise; 0 leaves it as it is</source>
        <translation>auto, hoặc số độ theo chiều kim đồng hồ; 0: để nguyên</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>auto; off: it is not turned by quarters</source>
        <translation>auto; off: không xoay theo góc 90 độ</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>auto; off: the paper stays as bright as scanned</source>
        <translation>auto; off: giữ nguyên độ sáng của giấy như khi quét</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>With --move-to: in front of this side</source>
        <translation>Dùng với --move-to: đặt trước mặt giấy này</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Take the last edit of a dossier&apos;s sides back</source>
        <translation>Hoàn tác lần sửa gần nhất trên các mặt giấy của hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Do again what was taken back</source>
        <translation>Làm lại việc vừa hoàn tác</translation>
    </message>
    <message>
        <location filename="../app/cli/command_count.cpp" line="+19"/>
        <source>Say how many sheets a paper has, or why another number is right</source>
        <translation>Ghi số tờ của một giấy tờ, hoặc lý do số tờ khác vẫn đúng</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheets as counted by hand; 0: not counted</source>
        <translation>Số tờ đếm bằng tay; 0: chưa đếm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Why the scanned sheets are right all the same</source>
        <translation>Lý do số tờ đã quét vẫn đúng</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1: %2 sheets counted, %3 scanned</source>
        <translation>%1: đã đếm %2 tờ, đã quét %3 tờ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_separators.cpp" line="+16"/>
        <source>Write the sheets that part papers in a pile, to print</source>
        <translation>Tạo tờ phân cách các giấy tờ trong xấp, để in</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Code of the procedure, e.g. 1.002809</source>
        <translation>Mã thủ tục hành chính, ví dụ 1.002809</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../app/cli/command_slip.cpp" line="+50"/>
        <source>PDF to write</source>
        <translation>Tệp PDF cần ghi</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is written; print it on A4</source>
        <translation>đã ghi %1; hãy in trên giấy A4</translation>
    </message>
    <message>
        <location filename="../app/cli/certificate_lines.cpp" line="+15"/>
        <source>usable</source>
        <translation>dùng được</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not usable</source>
        <translation>không dùng được</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>until %1</source>
        <translation>hiệu lực đến %1</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>ends within %n days: ask your authority for a new one now</source>
        <translation>
            <numerusform>sẽ hết hạn trong vòng %n ngày: hãy đề nghị cấp chứng thư mới ngay</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>its key is too short for the years to come: ask for a longer one</source>
        <translation>khóa không đủ dài cho những năm tới: hãy đề nghị cấp khóa dài hơn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its authority could not be asked</source>
        <translation>chưa hỏi được tổ chức cấp chứng thư</translation>
    </message>
    <message>
        <location filename="../app/cli/command_sign_file.cpp" line="-38"/>
        <source>%1: level %2, signed by %3, %4</source>
        <translation>%1: mức %2, do %3 ký, %4</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Sign one PDF that belongs to no dossier</source>
        <translation>Ký số một tệp PDF không thuộc hồ sơ nào</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PDF to sign; it stays as it is</source>
        <translation>Tệp PDF cần ký; tệp này được giữ nguyên</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed PDF</source>
        <translation>Tệp PDF đã ký</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How much proof: B, T, LT or LTA</source>
        <translation>Mức xác thực: B, T, LT hoặc LTA</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Corner of the visible mark; none when left out</source>
        <translation>Góc đặt dấu sao; bỏ trống thì không đặt dấu</translation>
    </message>
    <message>
        <location filename="../app/cli/command_upgrade.cpp" line="+20"/>
        <source>proof for %1 of %2</source>
        <translation>dữ liệu xác thực %1 / %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 copies have more proof, %2 have all of it, %3 wait</source>
        <translation>%1 bản sao có thêm dữ liệu xác thực, %2 bản đã đủ, %3 bản còn chờ</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1  %2: has %3, should have %4, next try %5  %6</source>
        <translation>%1  %2: đang ở mức %3, cần mức %4, thử lại lúc %5  %6</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1: level %2</source>
        <translation>%1: mức %2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Get time stamps and proof for copies that are already signed</source>
        <translation>Lấy dấu thời gian và dữ liệu xác thực cho các bản sao đã ký</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Work once on what is due in the queue</source>
        <translation>Xử lý một lượt các việc đến hạn trong hàng chờ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Also what is not due yet</source>
        <translation>Cả các việc chưa đến hạn</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only the copies of this dossier</source>
        <translation>Chỉ các bản sao của hồ sơ này</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>One signed PDF and where the better one goes</source>
        <translation>Một tệp PDF đã ký và tệp cần ghi sau khi bổ sung</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>T, LT or LTA, for --file</source>
        <translation>T, LT hoặc LTA, dùng với --file</translation>
    </message>
    <message>
        <location filename="../app/cli/command_fields.cpp" line="+66"/>
        <source>%1: no such kind of paper; known are %2</source>
        <translation>%1: không có loại giấy tờ này; các loại hiện có: %2</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>kind of paper: %1 (%2 %)</source>
        <translation>loại giấy tờ: %1 (%2 %)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unknown</source>
        <translation>chưa xác định</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Propose the fields of a paper whose sides are images</source>
        <translation>Đề xuất các trường của một giấy tờ từ ảnh các mặt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Instead of images: what &quot;ocr --json&quot; wrote</source>
        <translation>Thay cho ảnh: kết quả do lệnh &quot;ocr --json&quot; ghi ra</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Kind of paper; proposed when left out</source>
        <translation>Loại giấy tờ; bỏ trống thì tự đề xuất</translation>
    </message>
    <message>
        <location filename="../app/cli/command_ocr.cpp" line="+50"/>
        <source>Read the text of images, without a dossier</source>
        <translation>Nhận dạng văn bản từ ảnh, không cần hồ sơ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plain text (default)</source>
        <translation>Văn bản thuần (mặc định)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Words with their places in the image, in Tesseract&apos;s columns</source>
        <translation>Các từ kèm vị trí trong ảnh, theo các cột của Tesseract</translation>
    </message>
    <message>
        <location filename="../app/cli/command_backup.cpp" line="+34"/>
        <source>%1 of %2 files</source>
        <translation>%1 / %2 tệp</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1  %2 files, %3 MB  %4</source>
        <translation>%1  %2 tệp, %3 MB  %4</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>folder for the backup</source>
        <translation>thư mục sao lưu</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>attention: %n signed copies are not on the disk; call IT</source>
        <translation>
            <numerusform>chú ý: %n bản sao đã ký không có trên ổ đĩa; hãy báo bộ phận CNTT</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>attention: the backup lies on the same disk as the data</source>
        <translation>chú ý: bản sao lưu nằm cùng ổ đĩa với dữ liệu</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>no backup</source>
        <translation>không có bản sao lưu</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>restored: %1</source>
        <translation>đã khôi phục: %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>what was there before: %1</source>
        <translation>dữ liệu trước khi khôi phục được giữ tại: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n objects will be sent again</source>
        <translation>
            <numerusform>%n đối tượng sẽ được gửi lại</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Copy what only this station has</source>
        <translation>Sao lưu những dữ liệu chỉ có tại trạm này</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Folder, on another disk; without it that of the settings</source>
        <translation>Thư mục trên ổ đĩa khác; bỏ trống thì dùng thư mục trong cấu hình</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the backups, the newest first</source>
        <translation>Xem các bản sao lưu, mới nhất ở đầu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of backups</source>
        <translation>Thư mục chứa các bản sao lưu</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Put a backup in the place of this station&apos;s data</source>
        <translation>Thay dữ liệu của trạm bằng một bản sao lưu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One backup, or a folder of them</source>
        <translation>Một bản sao lưu, hoặc thư mục chứa các bản sao lưu</translation>
    </message>
    <message>
        <location filename="../app/cli/command_export.cpp" line="+101"/>
        <source>copy %1 of %2</source>
        <translation>bản sao %1 / %2</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 signed copies: %2</source>
        <translation>%1 bản sao đã ký: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: left out, no signature covers it</source>
        <translation>%1: không đưa vào gói vì không được chữ ký nào bao phủ</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Write the signed copies of a dossier into a package</source>
        <translation>Xuất các bản sao đã ký của hồ sơ thành một gói</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder for the package</source>
        <translation>Thư mục chứa gói xuất ra</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Form: bagit or eark</source>
        <translation>Dạng gói: bagit hoặc eark</translation>
    </message>
    <message>
        <location filename="../app/cli/command_recover_key.cpp" line="+32"/>
        <source>the key is back in: %1</source>
        <translation>đã khôi phục khóa dữ liệu vào: %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Get the lost key of sealed data back with the office&apos;s recovery key</source>
        <translation>Khôi phục khóa dữ liệu đã mất bằng khóa khôi phục của cơ quan</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Private key of the recovery certificate (PEM)</source>
        <translation>Khóa bí mật của chứng thư khôi phục (PEM)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The private key has a passphrase; ask for it</source>
        <translation>Khóa bí mật có mật khẩu bảo vệ; hỏi mật khẩu khi chạy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Read the passphrase from this file</source>
        <translation>Đọc mật khẩu từ tệp này</translation>
    </message>
    <message>
        <location filename="../app/cli/command_repository.cpp" line="+22"/>
        <source>claims of codes: allowed</source>
        <translation>cấp mã qua Kho: cho phép</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>claims of codes: refused, of two that create one key not exactly one is told so</source>
        <translation>cấp mã qua Kho: từ chối, khi hai bên cùng tạo một khóa đối tượng, Kho không báo thành công cho đúng một bên</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: allowed</source>
        <translation>xóa bản sao tại trạm: cho phép</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: refused, bodies that were corrupted on the way are stored</source>
        <translation>xóa bản sao tại trạm: từ chối, Kho vẫn lưu nội dung bị hỏng trên đường truyền</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>removing copies of this station: refused, other bytes come back than were stored</source>
        <translation>xóa bản sao tại trạm: từ chối, dữ liệu đọc lại khác với dữ liệu đã lưu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>advice: keep versions of documents</source>
        <translation>khuyến nghị: bật lưu các phiên bản của tài liệu trong Kho</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>advice: lock documents against deletion</source>
        <translation>khuyến nghị: bật khóa chống xóa tài liệu trong Kho</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>attention: its clock differs from this machine&apos;s by %n minute(s)</source>
        <translation>
            <numerusform>chú ý: đồng hồ của Kho lệch %n phút so với đồng hồ của máy này</numerusform>
        </translation>
    </message>
    <message>
        <location line="+17"/>
        <source>version %1 of the province&apos;s key: %2</source>
        <translation>khóa của tỉnh, phiên bản %1: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give this file to every station and department of the province now, on a safe way, for it is secret: one without it cannot read what is written from now on. Older versions stay in it until `repository renew-key` has come to its end on all of them.</source>
        <translation>Hãy chuyển ngay tệp này cho mọi trạm và phòng chuyên môn của tỉnh bằng đường an toàn vì đây là tệp mật: nơi nào không có tệp sẽ không đọc được dữ liệu ghi từ nay về sau. Các phiên bản cũ vẫn giữ trong tệp cho đến khi lệnh `repository renew-key` chạy xong ở tất cả các nơi.</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n objects written under the newest key; all dossiers of this station are done</source>
        <translation>
            <numerusform>đã ghi %n đối tượng theo khóa mới nhất; đã xử lý hết hồ sơ của trạm này</numerusform>
        </translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The province&apos;s repository</source>
        <translation>Kho của tỉnh</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Try what the repository does, and say what follows</source>
        <translation>Thử các chức năng của Kho và cho biết kết luận</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Take the repository folder that is mounted there now from now on</source>
        <translation>Từ nay dùng thư mục Kho đang được gắn kết tại đó</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Make a further version of the province&apos;s key</source>
        <translation>Tạo thêm một phiên bản khóa của tỉnh</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Into this file; the station&apos;s own stays as it is</source>
        <translation>Ghi vào tệp này; tệp khóa của trạm được giữ nguyên</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Write what this station stored under older keys under the newest one, too</source>
        <translation>Ghi thêm theo khóa mới nhất những gì trạm này đã lưu theo các khóa cũ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_self_test.cpp" line="+20"/>
        <source>fine       %1</source>
        <translation>ổn         %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ATTENTION  %1</source>
        <translation>CHÚ Ý      %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>disk is encrypted (%1)</source>
        <translation>ổ đĩa đã được mã hóa (%1)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>disk is not encrypted (%1): pictures of papers at work can be read by whoever gets it</source>
        <translation>ổ đĩa chưa được mã hóa (%1): ai lấy được ổ đĩa đều xem được ảnh giấy tờ đang xử lý</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>disk encryption: nothing is known of it (%1)</source>
        <translation>mã hóa ổ đĩa: không xác định được (%1)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>no data yet</source>
        <translation>chưa có dữ liệu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>data is not sealed: the settings say so (storage.sealing)</source>
        <translation>dữ liệu của trạm không được mã hóa: do cấu hình (storage.sealing)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>data is not sealed yet: start the program once</source>
        <translation>dữ liệu của trạm chưa được mã hóa: hãy khởi động chương trình một lần</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>data is sealed and the key is not to be had: %1</source>
        <translation>dữ liệu của trạm đã được mã hóa nhưng không lấy được khóa dữ liệu: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>data is sealed; the key lies in: %1</source>
        <translation>dữ liệu của trạm đã được mã hóa; khóa dữ liệu nằm tại: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>traces of unsealed data are left: close all programs and start one again, with room for the database a second time</source>
        <translation>còn sót dữ liệu chưa mã hóa: hãy đóng mọi chương trình của trạm rồi khởi động lại một chương trình, với ổ đĩa còn đủ chỗ cho thêm một bản cơ sở dữ liệu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the office&apos;s recovery certificate opens the key</source>
        <translation>chứng thư khôi phục của cơ quan mở được khóa dữ liệu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the key is not wrapped for the recovery certificate</source>
        <translation>khóa dữ liệu chưa được mã hóa theo chứng thư khôi phục</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no recovery certificate: when the key is lost the data is, too (storage.recovery_certificate_file)</source>
        <translation>không có chứng thư khôi phục: mất khóa dữ liệu là mất luôn dữ liệu (storage.recovery_certificate_file)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>files are open to their owner only</source>
        <translation>chỉ tài khoản sở hữu truy cập được các tệp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 files are open to others: %2</source>
        <translation>tài khoản khác truy cập được %1 tệp: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>no backup is made (backup.folder)</source>
        <translation>chưa thiết lập sao lưu (backup.folder)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>newest backup: %1</source>
        <translation>bản sao lưu mới nhất: %1</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Tell how well the station&apos;s data is kept</source>
        <translation>Tự kiểm tra mức độ an toàn của dữ liệu tại trạm</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 MB free, %2 MB are kept free</source>
        <translation>còn trống %1 MB, luôn chừa lại %2 MB</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the clock is set by the network</source>
        <translation>đồng hồ được đồng bộ qua mạng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing sets the clock</source>
        <translation>đồng hồ không được đồng bộ</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n objects of the repository are lost: `audit sample` names them</source>
        <translation>
            <numerusform>Kho đã mất %n đối tượng: lệnh `audit sample` liệt kê cụ thể</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../app/cli/command_purge.cpp" line="+5"/>
        <source>%n copies would lie in the repository alone; %1 files, %2 MB would be removed from this station</source>
        <translation>
            <numerusform>%n bản sao sẽ chỉ còn trong Kho; %1 tệp, %2 MB sẽ bị xóa khỏi trạm này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n copies lie in the repository alone now; %1 files, %2 MB removed from this station</source>
        <translation>
            <numerusform>%n bản sao nay chỉ còn trong Kho; đã xóa %1 tệp, %2 MB khỏi trạm này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>pictures of %n pages, %1 MB, would be removed with them</source>
        <translation>
            <numerusform>ảnh của %n trang, %1 MB, cũng sẽ bị xóa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>pictures of %n pages, %1 MB, removed with them</source>
        <translation>
            <numerusform>đã xóa cả ảnh của %n trang, %1 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n copies fetched back</source>
        <translation>
            <numerusform>đã lấy lại %n bản sao từ Kho</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>every copy lies on this station already</source>
        <translation>mọi bản sao đều đã có tại trạm này</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Remove copies from this station that the repository has for certain</source>
        <translation>Xóa khỏi trạm các bản sao chắc chắn đã có trong Kho</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only say what would go</source>
        <translation>Chỉ cho biết những gì sẽ bị xóa</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Fetch copies back that lie in the repository alone</source>
        <translation>Lấy lại các bản sao chỉ còn trong Kho</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only this paper</source>
        <translation>Chỉ giấy tờ này</translation>
    </message>
    <message>
        <location filename="../app/cli/lost_lines.cpp" line="+19"/>
        <source>manifest</source>
        <translation>bản kê</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LOST: dossier %1, %2 is not in the repository any more (%3)</source>
        <translation>MẤT: hồ sơ %1, %2 không còn trong Kho (%3)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LOST: dossier %1, %2 in the repository is not what was sent (%3)</source>
        <translation>MẤT: hồ sơ %1, %2 trong Kho không đúng với bản đã gửi (%3)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Nothing is removed from this station until that is right again. Tell who runs the repository: an older version or a backup has to be put back.</source>
        <translation>Trạm này không xóa gì cho đến khi khắc phục xong. Hãy báo đơn vị vận hành Kho: cần khôi phục phiên bản cũ hoặc bản sao lưu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This station still has its own copy: once the place is free there, `audit sample --send-again` stores it again.</source>
        <translation>Trạm này vẫn còn bản của mình: khi vị trí đó trong Kho đã trống, lệnh `audit sample --send-again` sẽ lưu lại bản này.</translation>
    </message>
    <message>
        <location filename="../app/cli/notice_lines.cpp" line="+11"/>
        <source>the department&apos;s system</source>
        <translation>hệ thống của phòng chuyên môn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the portal</source>
        <translation>Cổng dịch vụ công</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1  %2 is still to be told</source>
        <translation>%1  %2: chưa gửi thông báo</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1  %2 is still to be told and needs a person: %3</source>
        <translation>%1  %2: chưa gửi thông báo, cần người xử lý: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1  %2 is still to be told: %3</source>
        <translation>%1  %2: chưa gửi thông báo: %3</translation>
    </message>
    <message>
        <location filename="../app/cli/command_hold.cpp" line="+26"/>
        <source>The dossier is put aside</source>
        <translation>Đã tạm gác hồ sơ</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The dossier goes on</source>
        <translation>Hồ sơ được làm tiếp</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Go on with a dossier that was put aside</source>
        <translation>Làm tiếp hồ sơ đã tạm gác</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Put a dossier aside until somebody goes on with it</source>
        <translation>Tạm gác hồ sơ cho đến khi có người làm tiếp</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it waits for</source>
        <translation>Hồ sơ đang chờ gì</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A colleague at this station who is to go on</source>
        <translation>Đồng nghiệp tại trạm này sẽ làm tiếp</translation>
    </message>
    <message>
        <location filename="../app/cli/command_slip.cpp" line="-22"/>
        <source>%1 is written</source>
        <translation>đã ghi %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The due time is open on it: the processing time of the procedure or the calendar of the year is not known</source>
        <translation>Thời gian trả kết quả trên giấy để trống: trạm chưa có thời gian giải quyết của thủ tục hoặc lịch nghỉ của năm</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Due: %1</source>
        <translation>Hẹn trả kết quả: %1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Write a dossier&apos;s receipt and appointment slip, to print</source>
        <translation>Tạo Giấy tiếp nhận hồ sơ và hẹn trả kết quả, để in</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>On A5 instead of A4</source>
        <translation>Khổ A5 thay cho A4</translation>
    </message>
</context>
<context>
    <name>ErrorSubject</name>
    <message>
        <location filename="../app/errors/error_text.cpp" line="+456"/>
        <source>agency id: H62.16 or 000.00.16.H62 expected</source>
        <translation>Mã định danh đơn vị phải có dạng H62.16 hoặc 000.00.16.H62</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>agency id: has no old form</source>
        <translation>Mã định danh đơn vị không có dạng cũ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>digitization code: longer than 200 characters</source>
        <translation>Mã kết quả số hóa dài quá 200 ký tự</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>digitization code: only A-Z, 0-9 and . _ / - are allowed</source>
        <translation>Mã kết quả số hóa chỉ gồm A-Z, 0-9 và . _ / -</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: agency id, date and number joined by &apos;-&apos; expected</source>
        <translation>Mã hồ sơ gồm mã đơn vị, ngày và số thứ tự nối bằng dấu &apos;-&apos;</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>dossier code: the agency id before the first &apos;-&apos; is wrong</source>
        <translation>Mã hồ sơ có mã đơn vị trước dấu &apos;-&apos; đầu tiên bị sai</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: the date is not a real day as yymmdd</source>
        <translation>Mã hồ sơ có ngày không đúng dạng năm-tháng-ngày (yymmdd)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dossier code: the number at the end has four or five digits</source>
        <translation>Mã hồ sơ phải kết thúc bằng bốn hoặc năm chữ số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>paper: the code names the kind of paper after the owner</source>
        <translation>Mã phải ghi loại giấy tờ sau chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>personal id: 12 digits expected</source>
        <translation>Số định danh cá nhân phải có 12 chữ số</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>procedure code: one digit, a dot and six digits expected</source>
        <translation>Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: 10 digits, 10 and a branch of 3, or 12 digits expected</source>
        <translation>Mã số thuế gồm 10 chữ số, 10 chữ số và 3 số chi nhánh, hoặc 12 chữ số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tax code: branches count from 001</source>
        <translation>Mã số thuế có số chi nhánh bắt đầu từ 001</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: digits 3 to 9 are all zero</source>
        <translation>Mã số thuế có các chữ số 3 đến 9 đều là 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tax code: the check digit disagrees</source>
        <translation>Mã số thuế có chữ số kiểm tra không khớp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: letters were lost</source>
        <translation>Máy đọc mã làm mất chữ cái</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: the marks of letters were lost</source>
        <translation>Máy đọc mã làm mất dấu của chữ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: an input method was switched on</source>
        <translation>Bộ gõ tiếng Việt đang bật khi máy đọc mã nhập dữ liệu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hand scanner: letters were read in the wrong code page</source>
        <translation>Máy đọc mã dùng sai bảng mã ký tự</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>side: nothing lies apart on it</source>
        <translation>Mặt giấy không có các phần nằm rời nhau để chia</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no identity card</source>
        <translation>Không phải thẻ căn cước</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blank sides only</source>
        <translation>Chỉ có mặt trống</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>owner name</source>
        <translation>Tên chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>document_number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>document_date</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>issuing_agency</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>subject</source>
        <translation>Trích yếu nội dung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>signer</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>owner_name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>birth_date</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>personal_id</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>expiry_date</source>
        <translation>Ngày hết hạn</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <location line="-477"/>
        <source>This entry does not have the right form</source>
        <translation>Nội dung nhập không đúng quy cách</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The check digit of this number does not fit</source>
        <translation>Chữ số kiểm tra của số này không khớp</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The catalogue has no such procedure today</source>
        <translation>Danh mục hiện hành không có thủ tục này</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This station has no such dossier</source>
        <translation>Trạm này không có hồ sơ đó</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The procedure asks for no such paper</source>
        <translation>Thủ tục không có thành phần hồ sơ này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This dossier code is already in use on this station</source>
        <translation>Mã hồ sơ này đã có tại trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The decision for this paper does not allow this step</source>
        <translation>Cách xử lý đã chọn cho giấy tờ này không cho phép bước này</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>An earlier step is still missing</source>
        <translation>Còn thiếu một bước trước đó</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No paper is waiting for this step</source>
        <translation>Không có giấy tờ nào chờ bước này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A required field is empty or not confirmed</source>
        <translation>Một trường bắt buộc còn trống hoặc chưa xác nhận</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanned sheets do not fit the counted ones</source>
        <translation>Số tờ đã quét không khớp số tờ đã đếm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A page of this paper was not looked at</source>
        <translation>Giấy tờ này còn trang chưa xem</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository holds no valid copy to reuse</source>
        <translation>Kho không có bản còn hiệu lực để dùng lại</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The stored copy may no longer be reused: its last day has passed</source>
        <extracomment>Before it stands the paper and its last day of validity.</extracomment>
        <translation>Bản trong Kho không còn được dùng lại: đã quá hạn</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A newer copy has taken the place of this stored copy</source>
        <extracomment>Before it stands the paper and the code of the newer copy.</extracomment>
        <translation>Bản này trong Kho đã được thay bằng bản mới hơn</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The stored copy was withdrawn by the office that stored it</source>
        <translation>Bản này trong Kho đã bị cơ quan lưu kho thu hồi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The pages of this paper are no longer on this station</source>
        <translation>Các trang của giấy tờ này không còn tại trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file does not exist or may not be read</source>
        <translation>Tệp không tồn tại hoặc không được phép đọc</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is empty</source>
        <translation>Tệp rỗng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is damaged or is not what its name says</source>
        <translation>Tệp bị hỏng hoặc không đúng loại như tên gọi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file is larger than any paper can be</source>
        <translation>Tệp lớn hơn mọi giấy tờ có thể có</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The picture is too small to be a paper</source>
        <translation>Ảnh quá nhỏ, không thể là giấy tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is locked with a password</source>
        <translation>Tệp bị khóa bằng mật khẩu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Vietnamese letters were lost in what the reader sent</source>
        <translation>Dữ liệu do máy đọc mã gửi bị mất chữ tiếng Việt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The picture is too coarse for the rules</source>
        <translation>Ảnh có độ phân giải thấp hơn quy định</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file was signed, and it was changed after that</source>
        <translation>Tệp đã bị thay đổi sau khi ký số</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner does not answer</source>
        <translation>Máy quét không trả lời</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another program is using the scanner</source>
        <translation>Một chương trình khác đang dùng máy quét</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner was disconnected while it was scanning</source>
        <translation>Máy quét mất kết nối khi đang quét</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scanner reports a fault of its own</source>
        <translation>Máy quét tự báo lỗi</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner stopped moving and was halted</source>
        <translation>Máy quét đứng yên và đã được ngắt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No paper is in the feeder</source>
        <translation>Khay nạp không có giấy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The paper is jammed</source>
        <translation>Máy quét bị kẹt giấy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Two sheets went in together</source>
        <translation>Hai tờ đi cùng lúc</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The cover of the scanner is open</source>
        <translation>Nắp máy quét đang mở</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No signing token was found</source>
        <translation>Không thấy thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several tokens or certificates could sign</source>
        <translation>Có nhiều thiết bị ký số hoặc chứng thư số ký được</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token was pulled out, or it has lost its login</source>
        <translation>Thiết bị ký số đã bị rút ra hoặc mất đăng nhập</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token does not answer or reports a fault</source>
        <translation>Thiết bị ký số không trả lời hoặc báo lỗi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN is wrong</source>
        <translation>Mã PIN không đúng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The PIN is locked</source>
        <translation>Mã PIN đã bị khóa</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A PIN of this form is not possible</source>
        <translation>Mã PIN không thể có dạng này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The token wants a new PIN before it signs</source>
        <translation>Phải đổi mã PIN của thiết bị trước khi ký</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate on the token cannot be used for signing</source>
        <translation>Chứng thư số trong thiết bị không dùng để ký được</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This certificate was withdrawn by its authority</source>
        <translation>Chứng thư số này đã bị tổ chức cấp chứng thư thu hồi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature failed its own check and was thrown away</source>
        <translation>Chữ ký không qua được bước tự kiểm tra và đã bị hủy</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A letter in the mark is missing from the font</source>
        <translation>Phông chữ thiếu một chữ cái của dấu sao</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Page 1 has no free place for the mark</source>
        <translation>Trang 1 không còn chỗ trống để đặt dấu sao</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The clock of this station is more than 5 minutes wrong</source>
        <translation>Đồng hồ của trạm lệch quá 5 phút</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The time stamp that this paper needs is still missing</source>
        <translation>Giấy tờ này còn thiếu dấu thời gian bắt buộc</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service does not answer</source>
        <translation>Dịch vụ không trả lời</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The proxy does not let this station through</source>
        <translation>Máy chủ proxy không cho trạm kết nối ra ngoài</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No time-stamp authority is set up at this station</source>
        <translation>Trạm chưa cấu hình dịch vụ cấp dấu thời gian</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service refuses to answer this station now</source>
        <translation>Dịch vụ hiện từ chối yêu cầu của trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The service&apos;s answer cannot be trusted</source>
        <translation>Kết quả dịch vụ trả về không đáng tin cậy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk of this station is full</source>
        <translation>Ổ đĩa của trạm đã đầy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk of this station is nearly full</source>
        <translation>Ổ đĩa của trạm sắp đầy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk or the database of this station reports a fault</source>
        <translation>Ổ đĩa hoặc cơ sở dữ liệu của trạm báo lỗi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The data was written by a newer version of this program</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Another program works with the data of this station</source>
        <translation>Có chương trình khác đang dùng dữ liệu của trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key that opens the data of this station is not at hand</source>
        <translation>Không lấy được khóa mở dữ liệu của trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository does not accept the login of this station</source>
        <translation>Kho không chấp nhận thông tin đăng nhập của trạm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository has no room left</source>
        <translation>Kho đã hết dung lượng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This repository cannot guarantee what is required of it</source>
        <translation>Kho này không bảo đảm được các yêu cầu bắt buộc</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The network asks for a login first</source>
        <translation>Mạng yêu cầu đăng nhập trước</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository does not answer</source>
        <translation>Kho không trả lời</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The repository gave back something else than was written</source>
        <translation>Kho trả về nội dung khác với nội dung đã ghi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository already holds something else in this place</source>
        <translation>Kho đã có nội dung khác tại vị trí này</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The record of actions does not fit together</source>
        <translation>Nhật ký thao tác không khớp</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The portal does not take the record of this dossier</source>
        <translation>Cổng không tiếp nhận thông tin của hồ sơ này</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The portal or the department&apos;s system does not accept the login of this station</source>
        <translation>Cổng hoặc hệ thống của phòng chuyên môn không chấp nhận thông tin đăng nhập của trạm</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something lies there already, and nothing is written over it</source>
        <translation>Nơi đó đã có dữ liệu và không được ghi đè</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No place for this was named or is set up at this station</source>
        <translation>Chưa nêu nơi lưu và trạm cũng chưa cấu hình nơi lưu</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A settings file is wrong</source>
        <translation>Một tệp cấu hình bị sai</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A helper program stopped and was started again</source>
        <translation>Một chương trình phụ trợ bị dừng và đã được khởi động lại</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A helper program took too long</source>
        <translation>Một chương trình phụ trợ chạy quá lâu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The program made a mistake</source>
        <translation>Chương trình gặp lỗi</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Correct it and try again.</source>
        <translation>Hãy sửa lại rồi thử lần nữa.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare the number with the paper and correct the wrong digit.</source>
        <translation>Hãy đối chiếu số với giấy tờ và sửa chữ số sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Choose a procedure from the list.</source>
        <translation>Hãy chọn một thủ tục trong danh sách.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the code, or open a new dossier.</source>
        <translation>Hãy kiểm tra mã hồ sơ hoặc mở hồ sơ mới.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a paper from the checklist.</source>
        <translation>Hãy chọn giấy tờ trong danh mục thành phần hồ sơ.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the dossier by its code instead.</source>
        <translation>Hãy mở hồ sơ bằng mã đó.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change the decision first if it is wrong.</source>
        <translation>Nếu chọn nhầm, hãy đổi cách xử lý trước.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The order is fixed by law: scan, sign, extract, code, store. Do the earlier step first.</source>
        <translation>Trình tự do pháp luật quy định: sao chụp, ký số, bóc tách, cấp mã, lưu kho. Hãy làm bước còn thiếu trước.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Go on with the next step.</source>
        <translation>Hãy làm bước tiếp theo.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fill it in from the paper and confirm it.</source>
        <translation>Hãy nhập theo giấy tờ rồi xác nhận.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Count the sheets again. Scan what is missing, or say why it is right.</source>
        <translation>Hãy đếm lại số tờ. Quét tờ còn thiếu hoặc nêu lý do số tờ vẫn đúng.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Look at every page, then sign.</source>
        <translation>Hãy xem hết các trang rồi ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan the paper instead.</source>
        <translation>Hãy quét giấy tờ này.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+4"/>
        <source>Scan the paper, or reuse another copy.</source>
        <translation>Hãy quét giấy tờ hoặc dùng lại bản khác.</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Reuse the newer copy.</source>
        <translation>Hãy dùng lại bản mới hơn.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its signed copy is in the repository and can be fetched from there.</source>
        <translation>Bản sao đã ký có trong Kho và lấy lại từ đó được.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check the name and the access rights of the file.</source>
        <translation>Hãy kiểm tra tên tệp và quyền truy cập.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+3"/>
        <source>Ask for the file again, or scan the paper.</source>
        <translation>Hãy xin lại tệp hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the paper, or ask for a smaller file.</source>
        <translation>Hãy quét giấy tờ hoặc xin tệp nhỏ hơn.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Ask for the whole picture, or scan the paper.</source>
        <translation>Hãy xin ảnh đầy đủ hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Ask for the file without a password, or scan the paper.</source>
        <translation>Hãy xin tệp không đặt mật khẩu hoặc quét giấy tờ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the card on the scanner instead, or type what it says.</source>
        <translation>Hãy quét thẻ trên máy quét hoặc nhập tay theo thông tin ghi trên thẻ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan it again with at least 200 dpi, better 300.</source>
        <translation>Hãy quét lại tối thiểu 200 dpi, tốt nhất 300 dpi.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Do not accept it: ask its sender for the original file.</source>
        <translation>Không nhận tệp này; hãy đề nghị người gửi cung cấp tệp gốc.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check that it is switched on and plugged in, then scan again.</source>
        <translation>Hãy kiểm tra nguồn điện và dây cắm rồi quét lại.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close the other program, then scan again.</source>
        <translation>Hãy đóng chương trình đó rồi quét lại.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plug it in again. The pages on the screen are safe; go on from the next sheet.</source>
        <translation>Hãy cắm lại. Các trang trên màn hình đã được lưu; quét tiếp từ tờ sau.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Switch it off and on again. If it happens again, call IT.</source>
        <translation>Hãy tắt rồi bật lại. Nếu còn lỗi, báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Take out the sheet that is inside, put it back and scan on.</source>
        <translation>Hãy lấy tờ đang kẹt bên trong ra, đặt lại rồi quét tiếp.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Put the sheets in and scan again, or use the flatbed.</source>
        <translation>Hãy đặt giấy vào khay rồi quét lại, hoặc dùng mặt kính.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Free the paper, put that sheet back and scan on. The sheets before it are safe.</source>
        <translation>Hãy gỡ giấy, đặt lại tờ đó rồi quét tiếp. Các tờ trước đã được lưu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Part the two sheets, put both back and scan on. The sheets before them are safe.</source>
        <translation>Hãy tách hai tờ, đặt lại cả hai rồi quét tiếp. Các tờ trước đã được lưu.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Close the cover and scan again.</source>
        <translation>Hãy đóng nắp rồi quét lại.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plug in your token and sign again.</source>
        <translation>Hãy cắm thiết bị ký số của bạn rồi ký lại.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose yours, or pull out the tokens that you do not use.</source>
        <translation>Hãy chọn chứng thư của bạn hoặc rút các thiết bị không dùng.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plug it in and sign again. Copies that are signed stay signed.</source>
        <translation>Hãy cắm lại rồi ký tiếp. Các bản đã ký vẫn giữ nguyên chữ ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Pull it out, plug it in again and repeat. If it happens again, call IT.</source>
        <translation>Hãy rút ra, cắm lại rồi làm lại. Nếu còn lỗi, báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Type it again with care: the token locks after a few wrong tries.</source>
        <translation>Hãy nhập lại cẩn thận: thiết bị sẽ khóa sau vài lần sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only the issuer of the token can unlock it. Use another token meanwhile.</source>
        <translation>Chỉ đơn vị cấp thiết bị mở khóa được. Tạm thời hãy dùng thiết bị khác.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Check its length and type it again. The token was not asked.</source>
        <translation>Hãy kiểm tra độ dài rồi nhập lại. Thiết bị chưa bị tính lần sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Change the PIN with the tool of the token&apos;s maker, then sign.</source>
        <translation>Hãy đổi mã PIN bằng phần mềm của hãng sản xuất thiết bị rồi ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is expired or meant for something else. Use another token, or have it renewed.</source>
        <translation>Chứng thư đã hết hạn hoặc dùng cho việc khác. Hãy dùng thiết bị khác hoặc xin gia hạn.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Do not sign with it. Ask your authority for a new one.</source>
        <translation>Không ký bằng chứng thư này. Hãy đề nghị cấp chứng thư mới.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign again. If it happens again, call IT.</source>
        <translation>Hãy ký lại. Nếu còn lỗi, báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tell IT which name is in the mark; the paper stays unsigned.</source>
        <translation>Hãy báo bộ phận CNTT tên ghi trong dấu; giấy tờ chưa được ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan the paper with a margin at the top; the paper stays unsigned.</source>
        <translation>Hãy quét lại giấy tờ, chừa lề phía trên; giấy tờ chưa được ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to set the clock; a wrong time of copying cannot be corrected later.</source>
        <translation>Hãy báo bộ phận CNTT chỉnh đồng hồ; thời gian sao ghi sai thì sau này không sửa được.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing to do: it is fetched as soon as the authority answers. Store the dossier then.</source>
        <translation>Bạn không cần làm gì: trạm tự lấy dấu thời gian ngay khi dịch vụ trả lời. Khi đó hãy lưu kho hồ sơ.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing is lost; it is tried again. If it lasts, IT checks the network.</source>
        <translation>Không mất dữ liệu; trạm sẽ tự thử lại. Nếu kéo dài, hãy nhờ bộ phận CNTT kiểm tra mạng.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT: the proxy&apos;s login or its rules are wrong.</source>
        <translation>Hãy báo bộ phận CNTT: thông tin đăng nhập hoặc quy tắc của proxy bị sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>IT adds one to the settings. The signature itself is good.</source>
        <translation>Hãy nhờ bộ phận CNTT bổ sung vào cấu hình. Chữ ký số đã ký không bị ảnh hưởng.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing is lost; it is tried again later. If it lasts, IT asks the authority.</source>
        <translation>Không mất dữ liệu; trạm sẽ tự thử lại sau. Nếu kéo dài, hãy nhờ bộ phận CNTT hỏi tổ chức cung cấp dịch vụ.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It was not used. IT checks the address and what stands between.</source>
        <translation>Trạm không dùng kết quả này. Hãy nhờ bộ phận CNTT kiểm tra địa chỉ dịch vụ và các hệ thống mạng trung gian.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to make room. What is on the screen is safe.</source>
        <translation>Hãy báo bộ phận CNTT giải phóng chỗ. Những gì trên màn hình đã được lưu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No more paper is taken in; all pages so far are safe. Call IT.</source>
        <translation>Trạm không nhận thêm giấy; các trang đã quét đều được lưu. Hãy báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stop scanning and call IT.</source>
        <translation>Hãy ngừng quét và báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Have the program updated by IT.</source>
        <translation>Hãy nhờ bộ phận CNTT cập nhật chương trình.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close the other program, then try again.</source>
        <translation>Hãy đóng chương trình kia rồi thử lại.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unlock the keyring of this account, or call IT to restore the key.</source>
        <translation>Hãy mở kho khóa của tài khoản này, hoặc báo bộ phận CNTT khôi phục khóa dữ liệu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to check login and certificate. The work is queued here.</source>
        <translation>Hãy báo bộ phận CNTT kiểm tra thông tin đăng nhập và chứng thư. Hồ sơ được giữ trong hàng chờ tại trạm.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to make room there. The work is queued here and is not lost.</source>
        <translation>Hãy báo bộ phận CNTT tăng dung lượng Kho. Hồ sơ được giữ trong hàng chờ tại trạm và không bị mất.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT to choose another repository.</source>
        <translation>Hãy báo bộ phận CNTT chọn Kho khác.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the network&apos;s login page, or call IT. The work is queued here.</source>
        <translation>Hãy mở trang đăng nhập của mạng hoặc báo bộ phận CNTT. Hồ sơ được giữ trong hàng chờ tại trạm.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The work is queued here and will be sent by itself.</source>
        <translation>Hồ sơ được giữ trong hàng chờ tại trạm và sẽ tự gửi đi.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT. The copy on this station is kept.</source>
        <translation>Hãy báo bộ phận CNTT. Bản tại trạm vẫn được giữ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare both, then choose another code or ask the supervisor.</source>
        <translation>Hãy so sánh hai bản rồi chọn mã khác hoặc hỏi lãnh đạo.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call IT and the supervisor; do not delete anything.</source>
        <translation>Hãy báo bộ phận CNTT và lãnh đạo; không xóa bất cứ gì.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The department has the dossier. Have put right what the portal names, then try again.</source>
        <translation>Phòng chuyên môn đã có hồ sơ. Hãy cho khắc phục lỗi do Cổng nêu rồi thử lại.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The department has the dossier. Call IT to check login and right, then try again.</source>
        <translation>Phòng chuyên môn đã có hồ sơ. Hãy báo bộ phận CNTT kiểm tra thông tin đăng nhập và quyền rồi thử lại.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose another folder, or move away what lies there.</source>
        <translation>Hãy chọn thư mục khác hoặc chuyển dữ liệu ở đó đi nơi khác.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name a folder, or have IT add it to the settings.</source>
        <translation>Hãy nêu thư mục hoặc nhờ bộ phận CNTT bổ sung vào cấu hình.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Have IT correct it.</source>
        <translation>Hãy nhờ bộ phận CNTT sửa lại.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+3"/>
        <source>Repeat the last step. If it happens again, call IT.</source>
        <translation>Hãy làm lại bước vừa rồi. Nếu còn lỗi, báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>We are sorry. Repeat the last step; if it happens again, call IT.</source>
        <translation>Xin lỗi bạn. Hãy làm lại bước vừa rồi; nếu còn lỗi, báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Sheet %1</source>
        <extracomment>A sheet of paper, counted in the paper that is scanned.</extracomment>
        <translation>Tờ %1</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>%1: %2</source>
        <extracomment>%1 is the paper, file, sheet or part; %2 says what happened to it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <location filename="../app/errors/finding_text.cpp" line="+13"/>
        <source>The signature contradicts itself about how it was made.</source>
        <translation>Thông tin về thuật toán trong chữ ký số không khớp nhau.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It rests on an algorithm that will soon no longer be good enough.</source>
        <translation>Thuật toán được dùng sắp không còn đủ an toàn.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Notes were added after the signature; the signer has allowed that.</source>
        <translation>Có ghi chú được thêm sau khi ký; người ký cho phép việc này.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature does not cover the document as it must.</source>
        <translation>Chữ ký số không bao phủ tài liệu đúng yêu cầu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something stands behind the end of the document that no signature covers.</source>
        <translation>Sau phần kết thúc tài liệu có dữ liệu không được chữ ký nào bao phủ.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The certificate has ended, and no time stamp proves that the signature is older.</source>
        <translation>Chứng thư số đã hết hạn và không có dấu thời gian chứng minh chữ ký có từ trước.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file does not hold the signer&apos;s certificate.</source>
        <translation>Tệp không có chứng thư số của người ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The certificate was not valid when the document says it was signed.</source>
        <translation>Chứng thư số không có hiệu lực vào thời điểm ký ghi trong tài liệu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate is not valid yet; perhaps this station&apos;s clock is wrong.</source>
        <translation>Chứng thư số chưa có hiệu lực; có thể đồng hồ của trạm bị sai.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The document was changed after this signature.</source>
        <translation>Tài liệu đã bị thay đổi sau chữ ký này.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signer claims a time that is later than the time stamp proves.</source>
        <translation>Thời điểm do người ký ghi muộn hơn thời điểm mà dấu thời gian chứng minh.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature is about other content than this document.</source>
        <translation>Chữ ký số thuộc về nội dung khác, không phải tài liệu này.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Something is hidden behind the signature.</source>
        <translation>Có dữ liệu ẩn phía sau chữ ký số.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is damaged.</source>
        <translation>Chữ ký số bị hỏng.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is about another kind of content.</source>
        <translation>Chữ ký số thuộc về một loại nội dung khác.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is not complete.</source>
        <translation>Chữ ký số không đầy đủ.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document is not the one that was signed.</source>
        <translation>Tài liệu không đúng với bản đã được ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document was changed although its signer has forbidden every change.</source>
        <translation>Tài liệu bị thay đổi dù người ký không cho phép bất kỳ thay đổi nào.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Two signature fields have the same name; viewers may show different ones.</source>
        <translation>Hai trường chữ ký trùng tên; mỗi phần mềm xem có thể hiển thị một chữ ký khác nhau.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Form fields were filled in after the signature.</source>
        <translation>Có trường biểu mẫu được điền sau khi ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This kind of signature cannot be checked here.</source>
        <translation>Loại chữ ký này không kiểm tra được tại đây.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something is hidden where the signature stands.</source>
        <translation>Có dữ liệu ẩn tại vị trí của chữ ký số.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The authority&apos;s certificate was not valid at that time.</source>
        <translation>Chứng thư số của tổ chức cung cấp dịch vụ chứng thực không có hiệu lực vào thời điểm đó.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate was not issued for signatures.</source>
        <translation>Chứng thư số không được cấp để ký số.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A later signature in the document is not valid.</source>
        <translation>Chữ ký được ký sau trong tài liệu không hợp lệ.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A field was changed that the signer has locked.</source>
        <translation>Có thay đổi ở trường dữ liệu mà người ký đã khóa.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The description of the document was changed after the signature; the pages were not.</source>
        <translation>Thông tin mô tả tài liệu bị thay đổi sau khi ký; các trang không thay đổi.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature does not say what it is about.</source>
        <translation>Chữ ký số không cho biết được ký cho nội dung nào.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The document is not signed.</source>
        <translation>Tài liệu chưa được ký số.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature lacks what it must hold.</source>
        <translation>Chữ ký số thiếu thông tin bắt buộc.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature does not say when it was made.</source>
        <translation>Chữ ký số không ghi thời điểm ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This station knows no authority that it could trust; IT adds them.</source>
        <translation>Trạm chưa có danh sách tổ chức cung cấp dịch vụ chứng thực tin cậy; hãy nhờ bộ phận CNTT bổ sung.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is an older kind of signature than the rules ask for.</source>
        <translation>Loại chữ ký này cũ hơn loại mà quy định yêu cầu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What the signer allows cannot be read.</source>
        <translation>Không đọc được những thay đổi mà người ký cho phép.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing shows whether the certificate was withdrawn; ask again with a network.</source>
        <translation>Chưa rõ chứng thư số có bị thu hồi không; hãy kiểm tra lại khi có mạng.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The certificate was withdrawn before the signature, or nothing proves that it was made earlier.</source>
        <translation>Chứng thư số đã bị thu hồi trước khi ký, hoặc không có gì chứng minh chữ ký có trước khi thu hồi.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate was withdrawn later; a time stamp proves that the signature is older.</source>
        <translation>Chứng thư số bị thu hồi về sau; dấu thời gian chứng minh chữ ký có trước khi thu hồi.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One signature is shown in two places.</source>
        <translation>Một chữ ký số được hiển thị ở hai nơi.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature was replaced by another one.</source>
        <translation>Chữ ký số đã bị thay bằng chữ ký khác.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file holds a signature that no field shows.</source>
        <translation>Tệp có một chữ ký số không hiển thị ở trường nào.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature is wrong: it was not made with this certificate&apos;s key.</source>
        <translation>Chữ ký số sai: không được tạo bằng khóa của chứng thư số này.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The document says it was signed in the future; one of the clocks is wrong.</source>
        <translation>Thời điểm ký ghi trong tài liệu muộn hơn giờ hiện tại; một trong các đồng hồ bị sai.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The signature has none or several signers.</source>
        <translation>Chữ ký số không có người ký hoặc có nhiều người ký.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The signature names another certificate than the one it carries.</source>
        <translation>Chữ ký số nêu một chứng thư số khác với chứng thư kèm theo.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The signature carries a second time that the rules do not allow.</source>
        <translation>Chữ ký số ghi thêm thời điểm thứ hai mà quy định không cho phép.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file cannot be read reliably, so nothing is known of its signatures.</source>
        <translation>Không thể đọc tệp một cách tin cậy nên chưa rõ tình trạng các chữ ký.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The time stamp&apos;s certificate has ended, and nothing newer renews it.</source>
        <translation>Chứng thư số của dấu thời gian đã hết hạn và chưa được gia hạn bằng dấu thời gian mới hơn.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The time stamp is damaged or belongs to another document; it proves nothing.</source>
        <translation>Dấu thời gian bị hỏng hoặc thuộc về tài liệu khác nên không có giá trị chứng minh.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The time stamp is from an authority that this station does not trust.</source>
        <translation>Tổ chức cấp dấu thời gian không có trong danh sách tin cậy của trạm.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something was added after the signature that nobody signed.</source>
        <translation>Sau khi ký có nội dung được thêm vào mà không ai ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The certificate is from an authority that this station does not trust.</source>
        <translation>Tổ chức cấp chứng thư số không có trong danh sách tin cậy của trạm.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file makes the check break down, so nothing is known of its signatures.</source>
        <translation>Việc kiểm tra bị ngắt giữa chừng vì lỗi của tệp nên chưa rõ tình trạng các chữ ký.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The check of this file did not end, so nothing is known of its signatures.</source>
        <translation>Việc kiểm tra tệp này không kết thúc nên chưa rõ tình trạng các chữ ký.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It rests on a digest that was no longer good enough then.</source>
        <translation>Hàm băm được dùng đã không còn đủ an toàn vào thời điểm đó.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key was no longer strong enough then.</source>
        <translation>Khóa được dùng đã không còn đủ mạnh vào thời điểm đó.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Something is wrong with the signature; show it to IT.</source>
        <translation>Chữ ký số có vấn đề; hãy đưa bộ phận CNTT xem.</translation>
    </message>
</context>
<context>
    <name>FlawText</name>
    <message>
        <location filename="../app/errors/flaw_text.cpp" line="+12"/>
        <source>It is damaged: the token has to be issued anew.</source>
        <translation>Chứng thư bị hỏng: phải cấp lại thiết bị ký số.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It belongs to an authority, not to a person.</source>
        <translation>Đây là chứng thư của tổ chức cung cấp dịch vụ chứng thực, không phải của cá nhân.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key is not on this token.</source>
        <translation>Thiết bị này không có khóa của chứng thư.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key on the token is not its own: the token has to be issued anew.</source>
        <translation>Khóa trong thiết bị không phải của chứng thư này: phải cấp lại thiết bị ký số.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It was not issued for signatures.</source>
        <translation>Chứng thư không được cấp để ký số.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This station cannot sign with its kind of key.</source>
        <translation>Trạm không ký được bằng loại khóa của chứng thư này.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its key is too weak by the rules of today: ask for a new one.</source>
        <translation>Khóa quá yếu theo quy định hiện hành: hãy đề nghị cấp chứng thư mới.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is not valid yet; if it should be, the clock is wrong.</source>
        <translation>Chứng thư chưa có hiệu lực; nếu lẽ ra đã có hiệu lực thì đồng hồ bị sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It has ended: ask your authority for a new one.</source>
        <translation>Chứng thư đã hết hạn: hãy đề nghị cấp chứng thư mới.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is from an authority that this station does not trust; IT can add one.</source>
        <translation>Tổ chức cấp chứng thư không có trong danh sách tin cậy của trạm; bộ phận CNTT có thể bổ sung.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its authority has withdrawn it.</source>
        <translation>Chứng thư đã bị tổ chức cấp chứng thư thu hồi.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Its authority cannot be asked, and this office does not sign offline.</source>
        <translation>Không kết nối được tổ chức cấp để kiểm tra chứng thư; cơ quan không cho phép ký ngoại tuyến.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It belongs to somebody else than who is logged in here.</source>
        <translation>Chứng thư là của người khác, không phải của người đang đăng nhập.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../app/gui/main.cpp" line="+56"/>
        <source>Digitization station</source>
        <translation>Trạm Số hóa</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>This account may not work at the counter</source>
        <translation>Tài khoản này không được phép làm việc tại quầy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Have IT add it to the group “%1” of the operating system.</source>
        <translation>Hãy nhờ bộ phận CNTT thêm tài khoản vào nhóm “%1” của hệ điều hành.</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>Folder of the station&apos;s data</source>
        <translation>Thư mục dữ liệu của trạm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Folder of settings files</source>
        <translation>Thư mục tệp cấu hình</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Language of the window: vi, en or cs</source>
        <translation>Ngôn ngữ của cửa sổ: vi, en hoặc cs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Work with the training papers</source>
        <translation>Làm việc với bộ giấy tờ tập huấn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light text on a dark ground</source>
        <translation>Chữ sáng trên nền tối</translation>
    </message>
</context>
<context>
    <name>Separators</name>
    <message>
        <location filename="../app/separators/separators.cpp" line="+22"/>
        <source>Lay this sheet in front of this paper in the feeder.</source>
        <translation>Đặt tờ này vào khay nạp, ngay trước giấy tờ ghi ở trên.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Next paper</source>
        <translation>Giấy tờ tiếp theo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lay this sheet between two papers in the feeder.</source>
        <translation>Đặt tờ này vào khay nạp, giữa hai giấy tờ.</translation>
    </message>
</context>
<context>
    <name>SideFlags</name>
    <message>
        <location filename="../app/gui/counter/side_flags.cpp" line="+30"/>
        <source>set aside</source>
        <translation>để riêng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set aside: it is no page of the copy. Delete takes it back.</source>
        <translation>Đã để riêng, không đưa vào bản sao. Nhấn Delete để đưa lại.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>removed</source>
        <extracomment>The picture of a page that left this station.</extracomment>
        <translation>đã xóa</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The picture is no longer on this station. The signed copy is in the repository.</source>
        <translation>Ảnh không còn tại trạm này. Bản sao đã ký có trong Kho.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>cut short</source>
        <extracomment>The scanner ended the page early.</extracomment>
        <translation>bị cụt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The scanner ended this page early and its end is missing. Scan it again.</source>
        <translation>Máy quét kết thúc trang này quá sớm, thiếu phần cuối. Hãy quét lại.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>blank?</source>
        <translation>trống?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Taken as blank: it is no page of the copy. Press B if it carries content.</source>
        <translation>Được coi là mặt trống, không đưa vào bản sao. Nếu có nội dung, hãy nhấn B.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>by hand</source>
        <translation>chỉnh tay</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>By hand: %1.</source>
        <extracomment>%1 lists steps of the clean-up: not straightened, not cut …</extracomment>
        <translation>Chỉnh tay: %1.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>part</source>
        <extracomment>One of several cards or receipts that lay on the glass together.</extracomment>
        <translation>đã chia</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It shows one of several things on a side.</source>
        <translation>Chỉ gồm một trong nhiều thẻ hoặc giấy tờ nằm trên cùng một mặt.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>not straightened</source>
        <translation>không chỉnh thẳng</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>straightened by hand</source>
        <translation>chỉnh thẳng bằng tay</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not cut</source>
        <translation>không cắt viền</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>brightness as scanned</source>
        <translation>giữ độ sáng gốc</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not turned upright</source>
        <translation>không xoay đúng chiều</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>crooked</source>
        <translation>bị lệch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page lies too crooked to be set right by itself. Scan it again.</source>
        <translation>Trang bị lệch quá nhiều, không tự chỉnh thẳng được. Hãy quét lại.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Text runs off the edge. Straighten the sheet and scan it again.</source>
        <translation>Chữ tràn ra ngoài mép trang. Hãy chỉnh tờ giấy cho thẳng rồi quét lại.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The picture is coarser than the rules ask for. Scan it again.</source>
        <translation>Ảnh có độ phân giải thấp hơn quy định. Hãy quét lại.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The print is blurred. Look whether everything can be read, or scan it again.</source>
        <translation>Chữ bị nhòe. Hãy xem có đọc được toàn bộ nội dung không, hoặc quét lại.</translation>
    </message>
    <message>
        <location line="-32"/>
        <source>cut off</source>
        <translation>mất mép</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>too dark</source>
        <translation>quá tối</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ink and ground are hard to tell apart. Look whether stamps and signatures can be read.</source>
        <translation>Khó phân biệt nét mực với nền giấy. Hãy xem có đọc được con dấu và chữ ký không.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>too faint</source>
        <translation>quá mờ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The ink is faint. Look whether everything can be read.</source>
        <translation>Nét mực mờ. Hãy xem có đọc được toàn bộ nội dung không.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>two sheets?</source>
        <translation>hai tờ?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page is longer than its paper: perhaps two sheets went in together. Compare it with the pile.</source>
        <translation>Trang dài hơn khổ giấy: có thể hai tờ đi cùng lúc. Hãy đối chiếu với xấp giấy.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>coarse</source>
        <translation>dpi thấp</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>turned</source>
        <translation>đã xoay</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It lay on its head or side and was turned upright.</source>
        <translation>Trang nằm ngược hoặc nằm ngang, đã được xoay lại đúng chiều.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>twice?</source>
        <translation>trùng?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It looks like another side of this dossier. Delete sets it aside if it went in twice.</source>
        <translation>Trông giống một mặt khác của hồ sơ này. Nếu quét trùng, hãy để riêng bằng phím Delete.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>separator</source>
        <translation>phân cách</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A separator sheet that leads to no paper of this dossier. Delete sets it aside.</source>
        <translation>Tờ phân cách không ứng với giấy tờ nào của hồ sơ này. Hãy để riêng bằng phím Delete.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>several?</source>
        <translation>gộp?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several things lie apart on this side. Each can become a side of its own.</source>
        <translation>Trên mặt này có nhiều thẻ hoặc giấy tờ nằm rời nhau. Có thể chia thành từng mặt riêng.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>blurred</source>
        <translation>bị nhòe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no text</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Its text could not be read: type the fields.</source>
        <translation>Không đọc được chữ trên mặt này: hãy nhập tay các trường.</translation>
    </message>
</context>
<context>
    <name>SignWords</name>
    <message>
        <location filename="../app/gui/counter/sign_words.cpp" line="+30"/>
        <source>A wrong PIN was entered on this token. Type it with care: it locks after a few wrong tries.</source>
        <translation>Thiết bị này đã có lần nhập sai mã PIN. Hãy nhập cẩn thận: thiết bị sẽ khóa sau vài lần sai.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Last try: one more wrong PIN locks this token, and only its issuer can unlock it.</source>
        <translation>Lần nhập cuối: nhập sai mã PIN lần nữa thì thiết bị bị khóa, chỉ đơn vị cấp thiết bị mở khóa được.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN of this token is locked. Only its issuer can unlock it: call the certificate authority.</source>
        <translation>Mã PIN của thiết bị này đã bị khóa. Chỉ đơn vị cấp thiết bị mở khóa được: hãy liên hệ tổ chức cung cấp dịch vụ chứng thực.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token wants a new PIN first. Change it with the tool of the token&apos;s maker, or ask IT.</source>
        <translation>Phải đổi mã PIN của thiết bị trước khi ký. Hãy đổi bằng phần mềm của hãng sản xuất thiết bị hoặc nhờ bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The PIN of this token was never set. Set it with the tool of the token&apos;s maker, or ask IT.</source>
        <translation>Thiết bị này chưa đặt mã PIN. Hãy đặt bằng phần mềm của hãng sản xuất thiết bị hoặc nhờ bộ phận CNTT.</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>The certificate ends in less than %n day(s). Ask your authority for a new one now.</source>
        <translation>
            <numerusform>Chứng thư số sẽ hết hạn sau chưa đầy %n ngày. Hãy đề nghị cấp chứng thư mới ngay.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The certificate ends within a day. Tomorrow you cannot sign with it: ask your authority for a new one now.</source>
        <translation>Chứng thư số sẽ hết hạn trong vòng một ngày. Ngày mai bạn không ký được nữa: hãy đề nghị cấp chứng thư mới ngay.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its kind of key will soon be refused. Ask your authority for a new certificate.</source>
        <translation>Loại khóa của chứng thư này sắp không được chấp nhận. Hãy đề nghị cấp chứng thư mới.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its authority could not be asked whether it still holds. You can sign.</source>
        <translation>Chưa kiểm tra được với tổ chức cấp xem chứng thư còn hiệu lực không. Bạn vẫn ký được.</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n giây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nobody has checked the clock of this station: look whether it is right.</source>
        <translation>Đồng hồ của trạm chưa được kiểm tra: hãy xem giờ có đúng không.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The clock of this station is %1 fast. Tell IT.</source>
        <translation>Đồng hồ của trạm chạy nhanh %1. Hãy báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The clock of this station is %1 slow. Tell IT.</source>
        <translation>Đồng hồ của trạm chạy chậm %1. Hãy báo bộ phận CNTT.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>being signed …</source>
        <translation>đang ký …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>failed</source>
        <translation>ký lỗi</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not reached</source>
        <translation>chưa tới lượt</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n signed</source>
        <translation>
            <numerusform>%n bản đã ký</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n failed</source>
        <translation>
            <numerusform>%n bản ký lỗi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n not reached</source>
        <translation>
            <numerusform>%n bản chưa tới lượt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1 of %n copy(s) are signed</source>
        <extracomment>%1 of %n copies.</extracomment>
        <translation>
            <numerusform>Đã ký %1 / %n bản sao</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n copy(s) wait for their time stamp</source>
        <translation>
            <numerusform>%n bản sao chờ dấu thời gian</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>next try %1</source>
        <translation>thử lại lúc %1</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n notice(s) were not taken and need help</source>
        <extracomment>A notice about a dossier that the department already has, to the portal (Cổng dịch vụ công) or to the department&apos;s own system.</extracomment>
        <translation>
            <numerusform>%n thông báo không được tiếp nhận và cần hỗ trợ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n notice(s) are still to be sent</source>
        <translation>
            <numerusform>%n thông báo chờ gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>the repository has lost %n object(s): call IT</source>
        <translation>
            <numerusform>Kho đã mất %n đối tượng: hãy báo bộ phận CNTT</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) could not be stored and need help</source>
        <translation>
            <numerusform>%n hồ sơ không lưu kho được và cần hỗ trợ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) are on their way to the repository</source>
        <translation>
            <numerusform>%n hồ sơ đang được gửi đến Kho</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n dossier(s) without an answer of the department</source>
        <translation>
            <numerusform>%n hồ sơ chưa có phản hồi của phòng chuyên môn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingText</name>
    <message>
        <location filename="../app/errors/standing_text.cpp" line="+17"/>
        <source>was valid until %1</source>
        <extracomment>%1 is the last day on which a stored copy of a paper could be used again.</extracomment>
        <translation>có giá trị đến ngày %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>superseded by a newer copy under the same code</source>
        <translation>đã được thay bằng bản mới hơn cùng mã</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>superseded by %1</source>
        <extracomment>%1 is the digitization code of the copy that took its place.</extracomment>
        <translation>đã được thay bằng %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>withdrawn</source>
        <translation>đã thu hồi</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Only what this station stored: the repository does not answer</source>
        <translation>Chỉ gồm những gì trạm này đã lưu: Kho không trả lời</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>As of %1: the repository does not answer</source>
        <extracomment>%1 is day and time.</extracomment>
        <translation>Dữ liệu lúc %1: Kho không trả lời</translation>
    </message>
</context>
<context>
    <name>StationDesk</name>
    <message>
        <location filename="../app/desk/station_desk.cpp" line="+84"/>
        <source>The training scanner</source>
        <translation>Máy quét tập huấn</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <location filename="../app/gui/counter/step_words.cpp" line="+30"/>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the new dossier</source>
        <translation>Mở hồ sơ mới</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Use this copy</source>
        <translation>Dùng bản này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take this number of sheets</source>
        <translation>Ghi số tờ này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is right for this reason</source>
        <translation>Ghi lý do này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Digitize for this reason</source>
        <translation>Số hóa vì lý do này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the dossier aside</source>
        <translation>Tạm gác hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop the scan</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stop taking in files</source>
        <translation>Dừng nhập tệp</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan on</source>
        <translation>Quét tiếp</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Please wait …</source>
        <translation>Xin chờ …</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+5"/>
        <source>Paper %1: %2</source>
        <extracomment>%1 is the number of the paper in the checklist, %2 the advised decision.
----------
%1 is the number of the paper, %2 what its sheets lack.</extracomment>
        <translation>Giấy tờ số %1: %2</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Scan paper %1</source>
        <translation>Quét giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Look at page %1 of paper %2</source>
        <extracomment>%1 is the number of the page, %2 of its paper.</extracomment>
        <translation>Xem trang %1 của giấy tờ số %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at the flagged page</source>
        <translation>Xem trang cần chú ý</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign with this certificate</source>
        <translation>Ký bằng chứng thư này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>I know: this is the last try</source>
        <translation>Đã rõ: đây là lần nhập cuối</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign on</source>
        <translation>Ký tiếp</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Sign %n copy(s)</source>
        <translation>
            <numerusform>Ký số %n bản sao</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the fields of paper %1</source>
        <translation>Kiểm tra dữ liệu giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Confirm the field</source>
        <translation>Xác nhận trường này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accept the code</source>
        <translation>Chấp nhận mã</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hand over the dossier</source>
        <translation>Chuyển giao hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Next dossier</source>
        <translation>Hồ sơ tiếp theo</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (for %2)</source>
        <translation>%1 (dành cho %2)</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Space</source>
        <extracomment>The space bar.</extracomment>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>TroubleWords</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/trouble_words.cpp" line="+18"/>
        <source>%1 of %n sheet(s) are safe</source>
        <extracomment>%1 of %n counted sheets.</extracomment>
        <translation>
            <numerusform>Đã lưu %1 / %n tờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n sheet(s) are safe</source>
        <translation>
            <numerusform>Đã lưu %n tờ</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheet %1, the last good one</source>
        <translation>Tờ %1, tờ cuối cùng đã quét tốt</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Look for sheets in the feeder, in the output tray and on the desk.</source>
        <translation>Tìm tờ còn sót trong khay nạp, khay ra giấy và trên bàn.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put the missing ones into the feeder.</source>
        <translation>Đặt các tờ còn thiếu vào khay nạp.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>If there are no more, end here. The reason is asked for later.</source>
        <translation>Nếu không còn tờ nào, hãy kết thúc tại đây. Lý do sẽ được hỏi sau.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the cover.</source>
        <translation>Mở nắp máy.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take the stuck sheet out slowly and straight, with both hands.</source>
        <translation>Dùng hai tay từ từ kéo thẳng tờ bị kẹt ra.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Close the cover until it clicks.</source>
        <translation>Đóng nắp máy đến khi nghe tiếng tách.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Take out a sheet that lies inside.</source>
        <translation>Lấy tờ nằm bên trong ra, nếu có.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take out the two sheets and part them. Look for staples and clips.</source>
        <translation>Lấy hai tờ ra và tách rời. Xem có ghim bấm, kẹp giấy không.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fan the pile, so that its sheets come apart.</source>
        <translation>Xòe xấp giấy cho các tờ rời nhau.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the paper into the feeder as far as it goes.</source>
        <translation>Đặt giấy vào khay nạp, đẩy vào hết cỡ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+4"/>
        <source>Take out a sheet that is inside the scanner.</source>
        <translation>Lấy tờ còn trong máy quét ra, nếu có.</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>If its lamp blinks, switch it off and on and wait until it is quiet.</source>
        <translation>Nếu đèn của máy nhấp nháy, hãy tắt rồi bật lại, chờ máy khởi động xong.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The connection to the scanner is made anew by itself.</source>
        <translation>Trạm tự kết nối lại với máy quét.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Look at both ends of the cable and plug it in.</source>
        <translation>Kiểm tra hai đầu dây cáp và cắm lại.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look whether the scanner is switched on, and wait until it is quiet.</source>
        <translation>Kiểm tra máy quét đã bật chưa, chờ máy khởi động xong.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>Take out a sheet that is inside.</source>
        <translation>Lấy tờ còn bên trong ra, nếu có.</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Call IT to make room on the disk of this station. The paper may lie here until then.</source>
        <translation>Hãy báo bộ phận CNTT giải phóng chỗ trên ổ đĩa của trạm. Cứ để giấy tại đây cho đến lúc đó.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Switch the scanner off and on and wait until it is quiet.</source>
        <translation>Tắt rồi bật lại máy quét, chờ máy khởi động xong.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Pull the token out and wait a moment.</source>
        <translation>Rút thiết bị ký số ra và chờ giây lát.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plug the token in.</source>
        <translation>Cắm thiết bị ký số vào.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enter the PIN again when it is asked for.</source>
        <translation>Nhập lại mã PIN khi được hỏi.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signing goes on with the copies that are left.</source>
        <translation>Trạm ký tiếp các bản sao còn lại.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Put the whole pile back into the feeder: no sheet of it is read yet.</source>
        <translation>Đặt lại cả xấp giấy vào khay nạp: chưa quét được tờ nào.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put back the sheets from number %1 on: everything that lies on top of sheet %2 or behind it in the output tray, and the one that was inside.</source>
        <translation>Đặt lại các tờ từ số %1 trở đi: mọi tờ nằm trên hoặc nằm sau tờ %2 trong khay ra giấy, và tờ vừa lấy từ trong máy.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../app/gui/counter/words.cpp" line="+13"/>
        <source>not decided</source>
        <translation>chưa quyết định</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>to be scanned</source>
        <translation>chờ quét</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>to be signed</source>
        <translation>chờ ký số</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>fields to be checked</source>
        <translation>chờ kiểm tra dữ liệu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ready to hand over</source>
        <translation>sẵn sàng chuyển giao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>code is final</source>
        <translation>mã đã có hiệu lực</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in the repository</source>
        <translation>đã lưu vào Kho</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>handed over</source>
        <translation>đã chuyển giao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reused from the repository</source>
        <translation>dùng lại bản trong Kho</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attached, no code</source>
        <translation>đính kèm, không cấp mã</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>shown and given back</source>
        <translation>đã xuất trình, trả lại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>secret, never scanned</source>
        <translation>tài liệu mật, không quét</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Digitize</source>
        <translation>Số hóa</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reuse</source>
        <extracomment>Link the valid copy that the repository already holds.</extracomment>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Attach</source>
        <extracomment>Plain scan for the handling only, no signature and no code.</extracomment>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Shown only</source>
        <extracomment>The original was only shown for comparison and given back.</extracomment>
        <translation>Xuất trình</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Refuse (secret)</source>
        <extracomment>Secret paper (tài liệu mật): never scanned.</extracomment>
        <translation>Từ chối (tài liệu mật)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Number and symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of issue</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Issuing agency</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Superior agency</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of issue</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Addressed to</source>
        <translation>Kính gửi</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Subject</source>
        <translation>Trích yếu nội dung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Post of the signer</source>
        <translation>Chức vụ người ký</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Organisation</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Personal identification number</source>
        <translation>Số định danh cá nhân</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of residence</source>
        <translation>Nơi thường trú</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Telephone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Licence number</source>
        <translation>Số giấy phép</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Licence class</source>
        <translation>Hạng giấy phép lái xe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Date of passing</source>
        <extracomment>Day on which the driving test was passed.</extracomment>
        <translation>Ngày trúng tuyển</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Valid from</source>
        <translation>Có hiệu lực từ ngày</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of expiry</source>
        <translation>Ngày hết hạn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Issued for the nth time</source>
        <extracomment>Which time a licence was issued: first, second … (cấp lần thứ).</extracomment>
        <translation>Cấp lần thứ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>First issued on</source>
        <translation>Ngày cấp lần đầu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Legal form</source>
        <translation>Loại hình</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Conclusion</source>
        <extracomment>Of a health certificate.</extracomment>
        <translation>Kết luận</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of contract</source>
        <translation>Loại hợp đồng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of request</source>
        <translation>Hình thức đề nghị</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Badges handed back</source>
        <extracomment>Vehicle badges (phù hiệu).</extracomment>
        <translation>Phù hiệu nộp lại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Badges asked for</source>
        <translation>Phù hiệu đề nghị cấp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Number plate</source>
        <translation>Biển số</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of vehicle</source>
        <translation>Loại xe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Make</source>
        <translation>Nhãn hiệu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Chassis number</source>
        <translation>Số khung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Engine number</source>
        <translation>Số máy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour of the paint</source>
        <translation>Màu sơn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Payload</source>
        <translation>Tải trọng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Seats</source>
        <translation>Số chỗ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Year of manufacture</source>
        <translation>Năm sản xuất</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Country of manufacture</source>
        <translation>Nước sản xuất</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: %2</source>
        <extracomment>%1 is a row of a table, %2 its column: &quot;Vehicle 2: Number plate&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Vehicle %1</source>
        <translation>Xe %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>the check digit does not fit: compare it with the paper</source>
        <translation>chữ số kiểm tra không khớp: hãy đối chiếu với giấy tờ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no date: write day/month/year</source>
        <translation>không phải ngày: hãy ghi ngày/tháng/năm</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no personal identification number: it has 12 digits, 9 on an old card</source>
        <translation>không phải số định danh cá nhân: gồm 12 chữ số, 9 nếu là thẻ cũ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no tax code: it has 10, 12 or 13 digits</source>
        <translation>không phải mã số thuế: gồm 10, 12 hoặc 13 chữ số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no number plate</source>
        <translation>không phải biển số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>write Nam or Nữ</source>
        <translation>hãy ghi Nam hoặc Nữ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no phone number</source>
        <translation>không phải số điện thoại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>only digits stand here</source>
        <translation>chỉ được ghi chữ số</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>this value cannot stand here</source>
        <translation>giá trị này không dùng được ở đây</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>read from the page</source>
        <translation>nhận dạng từ trang</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from the QR code</source>
        <translation>từ mã QR</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>typed</source>
        <translation>nhập tay</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from the dossier</source>
        <translation>từ hồ sơ</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%n side(s)</source>
        <translation>
            <numerusform>%n mặt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::BatchPanel</name>
    <message>
        <location filename="../app/gui/counter/batch_panel.cpp" line="+18"/>
        <source>Copies to be signed</source>
        <translation>Các bản sao cần ký</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Signing: %1</source>
        <translation>Đang ký số: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Leave the token plugged in.</source>
        <translation>Không rút thiết bị ký số ra.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paused: %1</source>
        <translation>Đã tạm dừng: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter signs on. Esc stops: what is signed stays signed.</source>
        <translation>Nhấn Enter để ký tiếp. Nhấn Esc để dừng: các bản đã ký vẫn giữ nguyên chữ ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stopping: %1</source>
        <translation>Đang dừng: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The copy that is being signed is finished first.</source>
        <translation>Trạm ký xong bản sao đang ký rồi mới dừng.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What is signed stays signed. The others are signed with the next batch.</source>
        <translation>Các bản đã ký vẫn giữ nguyên chữ ký. Các bản còn lại sẽ được ký ở lô sau.</translation>
    </message>
</context>
<context>
    <name>station::gui::CaptureController</name>
    <message>
        <location filename="../app/gui/counter/capture_controller.cpp" line="+154"/>
        <source>The rules advise: %1</source>
        <translation>Theo quy định nên chọn: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Press %1 first if the paper has to be digitized all the same.</source>
        <translation>Nếu vẫn phải số hóa giấy tờ này, trước hết hãy nhấn %1.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Take in files</source>
        <translation>Nhập tệp</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Images and PDF (%1)</source>
        <translation>Ảnh và PDF (%1)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No dossier is open</source>
        <translation>Chưa mở hồ sơ nào</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open one first, then take in the files.</source>
        <translation>Hãy mở hồ sơ trước rồi nhập tệp.</translation>
    </message>
    <message numerus="yes">
        <location line="+19"/>
        <source>%n side(s) were taken in from files</source>
        <translation>
            <numerusform>Đã nhập %n mặt từ tệp</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The signed file is taken as it is. Its signature: %1</source>
        <extracomment>%1: valid, not complete … The file is an electronic original (bản gốc điện tử).</extracomment>
        <translation>Tệp đã ký số được nhận nguyên trạng. Chữ ký số: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is not signed again.</source>
        <translation>Tệp này không ký số lại.</translation>
    </message>
</context>
<context>
    <name>station::gui::CodePanel</name>
    <message>
        <location filename="../app/gui/counter/code_panel.cpp" line="+16"/>
        <source>PROVISIONAL</source>
        <extracomment>In capitals: a digitization code that is not claimed in the repository yet.</extracomment>
        <translation>TẠM THỜI</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Digitization code</source>
        <extracomment>Mã kết quả số hóa (TT 01/2023/TT-VPCP).</extracomment>
        <translation>Mã kết quả số hóa</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>comes when all fields are confirmed</source>
        <translation>có khi mọi trường đã xác nhận</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>proposed, Enter accepts it</source>
        <translation>đề xuất, nhấn Enter để chấp nhận</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>accepted, final when it is claimed</source>
        <translation>đã chấp nhận, có hiệu lực khi được cấp</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>final</source>
        <translation>có hiệu lực</translation>
    </message>
</context>
<context>
    <name>station::gui::CompareController</name>
    <message>
        <location filename="../app/gui/counter/compare_controller.cpp" line="+12"/>
        <source>As scanned</source>
        <extracomment>The untouched picture of the scanner stands in place of the page.</extracomment>
        <translation>Ảnh quét gốc</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentDelegate</name>
    <message>
        <location filename="../app/gui/counter/component_delegate.cpp" line="+97"/>
        <source>optional</source>
        <translation>không bắt buộc</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentModel</name>
    <message>
        <location filename="../app/gui/counter/component_model.cpp" line="+72"/>
        <source>Returned: %1</source>
        <translation>Bị trả lại: %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>pages to look at</source>
        <translation>có trang cần xem</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>waits for its time stamp</source>
        <translation>chờ dấu thời gian</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>corrects what was handed over</source>
        <translation>thay bản đã chuyển giao</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>a valid copy is in the repository</source>
        <translation>Kho đã có bản còn hiệu lực</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>advised: %1</source>
        <translation>nên chọn: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::CountPanel</name>
    <message>
        <location filename="../app/gui/counter/count_panel.cpp" line="+14"/>
        <location line="+3"/>
        <source>How many sheets?</source>
        <translation>Có bao nhiêu tờ?</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Count the sheets of this paper before they go into the feeder. Leave it empty when nobody has counted.</source>
        <translation>Hãy đếm số tờ của giấy tờ này trước khi đặt vào khay nạp. Để trống nếu chưa đếm.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterActions</name>
    <message>
        <location filename="../app/gui/counter/counter_actions.cpp" line="+36"/>
        <source>Open a dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Separator sheets (PDF)</source>
        <extracomment>Sheets with a code, laid between papers in the feeder (tờ phân cách).</extracomment>
        <translation>Tờ phân cách (PDF)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Go to paper %1</source>
        <translation>Đến giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Digitize</source>
        <translation>Số hóa</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reuse</source>
        <translation>Dùng lại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Attach</source>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shown only</source>
        <translation>Xuất trình</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Refuse (secret)</source>
        <translation>Từ chối (tài liệu mật)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Scan from the feeder</source>
        <translation>Quét từ khay nạp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scan both sides of each sheet</source>
        <translation>Quét hai mặt mỗi tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan from the flatbed</source>
        <translation>Quét từ mặt kính</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take in files</source>
        <translation>Nhập tệp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many sheets?</source>
        <translation>Ghi số tờ đã đếm</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Feeder</source>
        <translation>Khay nạp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both sides</source>
        <translation>Hai mặt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Flatbed</source>
        <translation>Mặt kính</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Stop the scan, close a panel</source>
        <translation>Dừng quét, đóng khung</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Next thing that needs you</source>
        <translation>Việc tiếp theo cần bạn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Blank side or not</source>
        <translation>Mặt trống hay không</translation>
    </message>
    <message>
        <location line="-22"/>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <location line="-53"/>
        <source>Put the dossier aside</source>
        <translation>Tạm gác hồ sơ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go on with one put aside</source>
        <translation>Làm tiếp hồ sơ đã tạm gác</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Print the receipt</source>
        <extracomment>Receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).</extracomment>
        <translation>In Giấy tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Correct what was handed over</source>
        <extracomment>Replace a copy that was handed over, or give that up.</extracomment>
        <translation>Thay bản đã chuyển giao</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Go on after a trouble</source>
        <translation>Tiếp tục sau sự cố</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Count</source>
        <translation>Số tờ</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hold: magnifying glass</source>
        <extracomment>A glass over the page, as long as the key is held.</extracomment>
        <translation>Giữ phím: kính lúp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Glass</source>
        <translation>Kính lúp</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hold: the page as scanned</source>
        <extracomment>The untouched picture of the scanner, as long as the key is held.</extracomment>
        <translation>Giữ phím: xem ảnh quét gốc</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As scanned</source>
        <translation>Ảnh gốc</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Scan this side again</source>
        <translation>Quét lại mặt này</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scan it again from the flatbed</source>
        <translation>Quét lại từ mặt kính</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan more before this side</source>
        <translation>Quét chèn trước mặt giấy này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Set aside, take back</source>
        <extracomment>The side stays in the strip but is no page of the copy.</extracomment>
        <translation>Để riêng, đưa lại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turn left</source>
        <translation>Xoay trái</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn right</source>
        <translation>Xoay phải</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move towards the front</source>
        <translation>Chuyển lên trước</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move towards the end</source>
        <translation>Chuyển về sau</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move the side to paper %1</source>
        <translation>Chuyển mặt sang giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: the next paper begins</source>
        <translation>Tách từ đây: giấy tờ tiếp theo</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: paper %1 begins</source>
        <translation>Tách từ đây: giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rescan</source>
        <translation>Quét lại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Insert</source>
        <translation>Chèn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Blank</source>
        <translation>Mặt trống</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Left</source>
        <translation>Xoay trái</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Right</source>
        <translation>Xoay phải</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Split</source>
        <translation>Tách</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Side on the screen</source>
        <translation>Mặt giấy trên màn hình</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Straighten, or leave as it lies</source>
        <translation>Chỉnh thẳng hoặc để nguyên</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cut to the paper or not</source>
        <extracomment>The scanner&apos;s ground around the paper is cut away.</extracomment>
        <translation>Cắt viền quanh giấy hay không</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Even out the brightness or not</source>
        <translation>Làm đều độ sáng hay không</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Turn upright by itself or not</source>
        <translation>Tự xoay đúng chiều hay không</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cut and straighten by hand</source>
        <translation>Cắt viền và chỉnh thẳng bằng tay</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Frame</source>
        <extracomment>The frame that is set by hand around the paper.</extracomment>
        <translation>Khung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All automatic again</source>
        <translation>Đặt lại tất cả về tự động</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Divide: each thing its own side</source>
        <extracomment>Several cards or receipts lie on one side.</extracomment>
        <translation>Chia: mỗi thẻ, biên lai một mặt riêng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Straighten</source>
        <translation>Thẳng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cut</source>
        <extracomment>Cut the page to the paper.</extracomment>
        <translation>Cắt viền</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Brightness</source>
        <translation>Độ sáng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Upright</source>
        <translation>Đúng chiều</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Divide</source>
        <translation>Chia</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clean-up of the side</source>
        <translation>Làm sạch ảnh mặt giấy</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Sign all copies</source>
        <translation>Ký số tất cả bản sao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause after this copy</source>
        <translation>Tạm dừng sau bản sao này</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>I know: this is the last try</source>
        <extracomment>The clerk knows that one more wrong PIN locks the token.</extracomment>
        <translation>Đã rõ: đây là lần nhập cuối</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why other certificates cannot sign</source>
        <translation>Lý do chứng thư khác không ký được</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lock the token</source>
        <translation>Khóa thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send what waits now</source>
        <translation>Gửi ngay các hồ sơ đang chờ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hand over, next dossier</source>
        <translation>Chuyển giao, hồ sơ tiếp theo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>I know</source>
        <translation>Đã rõ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why not others?</source>
        <translation>Chứng thư khác?</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finish</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the keys</source>
        <translation>Xem phím tắt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light or dark</source>
        <translation>Sáng hoặc tối</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another language</source>
        <translation>Ngôn ngữ khác</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Training: the scanner&apos;s tray</source>
        <translation>Tập huấn: khay máy quét</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Training: the guided tour</source>
        <translation>Tập huấn: hướng dẫn từng bước</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Always</source>
        <translation>Luôn dùng được</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterController</name>
    <message>
        <location filename="../app/gui/counter/counter_controller.cpp" line="+93"/>
        <source>No other dossier was put aside</source>
        <translation>Không có hồ sơ nào khác đang tạm gác</translation>
    </message>
    <message>
        <location line="+137"/>
        <source>The scanner is still running</source>
        <translation>Máy quét vẫn đang chạy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wait for it, or stop it with Esc.</source>
        <translation>Hãy chờ quét xong hoặc nhấn Esc để dừng.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>This dossier had been put aside: %1</source>
        <translation>Hồ sơ này đã được tạm gác: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 puts it aside again.</source>
        <translation>Nhấn %1 để tạm gác lại.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The dossier is put aside</source>
        <translation>Đã tạm gác hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 goes on with it.</source>
        <translation>Nhấn %1 để làm tiếp hồ sơ này.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Something is still missing before the dossier can go</source>
        <translation>Hồ sơ còn thiếu một bước trước khi chuyển giao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next: %1.</source>
        <translation>Tiếp theo: %1.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Storing and handing over …</source>
        <translation>Đang lưu kho và chuyển giao …</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Dossier %1 is handed over in part</source>
        <translation>Đã chuyển giao một phần hồ sơ %1</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n copy(s) wait for their time stamp and follow when you open it again.</source>
        <translation>
            <numerusform>%n bản sao chờ dấu thời gian và sẽ được chuyển giao khi bạn mở lại hồ sơ.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Dossier %1 is handed over</source>
        <translation>Đã chuyển giao hồ sơ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+11"/>
        <source>The department sees it now.</source>
        <translation>Phòng chuyên môn đã thấy hồ sơ.</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>What waited is handed over</source>
        <translation>Đã chuyển giao những gì còn chờ</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Put the paper into the feeder and press %1, or lay it on the glass and press %2.</source>
        <translation>Đặt giấy vào khay nạp rồi nhấn %1, hoặc đặt lên mặt kính rồi nhấn %2.</translation>
    </message>
    <message>
        <location line="+188"/>
        <source>The scan stops; sides that you have seen stay.</source>
        <translation>Trạm sẽ dừng quét; các mặt bạn đã thấy vẫn được giữ.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signing stops after this copy; the others wait for you.</source>
        <translation>Trạm sẽ dừng ký sau bản sao này; các bản còn lại chờ bạn.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The printer has not taken the pages yet; without the window they are not printed.</source>
        <translation>Máy in chưa nhận các trang; đóng cửa sổ thì các trang sẽ không được in.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The hand-over goes on by itself the next time.</source>
        <translation>Việc chuyển giao sẽ tự tiếp tục ở lần sau.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n dossier(s) wait to be sent until the station runs again.</source>
        <translation>
            <numerusform>%n hồ sơ chờ gửi cho đến khi trạm chạy lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n copy(s) wait for their time stamp until the station runs again.</source>
        <translation>
            <numerusform>%n bản sao chờ dấu thời gian cho đến khi trạm chạy lại.</numerusform>
        </translation>
    </message>
    <message>
        <location line="-195"/>
        <source>This paper has no page: %1.</source>
        <translation>Giấy tờ này không có trang: %1.</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Paper %1 cannot be signed yet: %2</source>
        <translation>Chưa ký số được giấy tờ số %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scan what is missing, or say why it is right.</source>
        <translation>Hãy quét phần còn thiếu hoặc nêu lý do số tờ vẫn đúng.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>A page was not looked at yet</source>
        <translation>Còn trang chưa xem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at every page, then sign.</source>
        <translation>Hãy xem hết các trang rồi ký.</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterPage</name>
    <message>
        <location filename="../app/gui/counter/counter_page.cpp" line="+55"/>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>dossier code, barcode or identity card QR</source>
        <translation>mã hồ sơ, mã vạch hoặc QR thẻ căn cước</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Papers of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <location line="+116"/>
        <source>No dossier code yet</source>
        <translation>Chưa có mã hồ sơ</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterWindow</name>
    <message>
        <location filename="../app/gui/counter/counter_window.cpp" line="+43"/>
        <source>Digitization station</source>
        <translation>Trạm Số hóa</translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>%n scanned file(s) belong to no dossier</source>
        <translation>
            <numerusform>Có %n tệp quét không thuộc hồ sơ nào</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>They are kept. Call IT before the station is cleaned.</source>
        <translation>Các tệp này vẫn được giữ. Hãy báo bộ phận CNTT trước khi dọn dữ liệu của trạm.</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n side(s) of the last scan are back in their place</source>
        <translation>
            <numerusform>Đã khôi phục %n mặt của lần quét trước về đúng chỗ</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The program was stopped while it scanned. Look at the paper before you sign it.</source>
        <translation>Chương trình bị dừng khi đang quét. Hãy xem lại giấy tờ trước khi ký số.</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Close the window once more to leave.</source>
        <translation>Hãy đóng cửa sổ lần nữa để thoát.</translation>
    </message>
</context>
<context>
    <name>station::gui::CropController</name>
    <message>
        <location filename="../app/gui/counter/crop_controller.cpp" line="+14"/>
        <source>By hand · Tab, arrows: edges · PgUp, PgDn: angle · Enter takes it</source>
        <extracomment>A line above the page; short.</extracomment>
        <translation>Bằng tay · Tab, mũi tên: cạnh · PgUp, PgDn: góc · Enter: nhận</translation>
    </message>
</context>
<context>
    <name>station::gui::Curtain</name>
    <message>
        <location filename="../app/gui/base/curtain.cpp" line="+14"/>
        <source>The screen is locked</source>
        <translation>Màn hình đã khóa</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The screen is locked. The token is locked, too.</source>
        <translation>Màn hình đã khóa. Thiết bị ký số cũng đã khóa.</translation>
    </message>
</context>
<context>
    <name>station::gui::ExplainPanel</name>
    <message>
        <location filename="../app/gui/counter/explain_panel.cpp" line="+16"/>
        <location line="+9"/>
        <source>Why the sheets are right</source>
        <translation>Lý do số tờ vẫn đúng</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter keeps the reason with the paper. It holds for the sheets as they are now.</source>
        <translation>Nhấn Enter để lưu lý do cùng giấy tờ. Lý do chỉ áp dụng cho các tờ như hiện nay.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>%1 of %n sheet(s) are scanned</source>
        <translation>
            <numerusform>Đã quét %1 / %n tờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::FieldForm</name>
    <message>
        <location filename="../app/gui/counter/field_form.cpp" line="+86"/>
        <source>Looks like: %1</source>
        <extracomment>%1 is a kind of paper, not the one that is asked for.</extracomment>
        <translation>Trông giống: %1</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>not read: type it</source>
        <translation>chưa đọc được, hãy nhập</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>empty, not required</source>
        <translation>để trống, không bắt buộc</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>clear, %1</source>
        <translation>rõ, %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>confirmed, %1</source>
        <translation>đã xác nhận, %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>please check: read as “%1”</source>
        <extracomment>Proposed by lists and rules for what the ink seems to say.</extracomment>
        <translation>cần kiểm tra: đọc được “%1”</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>please check, %1</source>
        <translation>cần kiểm tra, %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>left out unless you confirm it</source>
        <extracomment>An optional value that the program is not sure of.</extracomment>
        <translation>bỏ qua nếu bạn không xác nhận</translation>
    </message>
</context>
<context>
    <name>station::gui::FieldsController</name>
    <message>
        <location filename="../app/gui/counter/fields_controller.cpp" line="+71"/>
        <source>Reading the pages …</source>
        <translation>Đang đọc các trang …</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The fields appear here after signing.</source>
        <translation>Các trường dữ liệu hiện ở đây sau khi ký số.</translation>
    </message>
</context>
<context>
    <name>station::gui::HoldPanel</name>
    <message>
        <location filename="../app/gui/counter/hold_panel.cpp" line="+15"/>
        <location line="+8"/>
        <source>What the dossier waits for</source>
        <translation>Hồ sơ đang chờ gì</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+9"/>
        <source>For which colleague</source>
        <translation>Dành cho đồng nghiệp nào</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Put the dossier aside</source>
        <translation>Tạm gác hồ sơ</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>empty: nobody in particular</source>
        <translation>để trống: không riêng ai</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All of it stays as it is. Whoever opens it next sees the reason.</source>
        <translation>Hồ sơ được giữ nguyên. Người mở hồ sơ sau đó sẽ thấy lý do.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::KeysOverlay</name>
    <message>
        <location filename="../app/gui/counter/keys_overlay.cpp" line="+29"/>
        <location line="+118"/>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <location line="-36"/>
        <source>Go to a paper</source>
        <translation>Đến một giấy tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Move the side to a paper</source>
        <translation>Chuyển mặt sang một giấy tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Split here: that paper begins</source>
        <translation>Tách từ đây: giấy tờ đã chọn</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Confirm a field, accept the code</source>
        <translation>Xác nhận trường, chấp nhận mã</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Previous or next paper</source>
        <translation>Giấy tờ trước hoặc sau</translation>
    </message>
</context>
<context>
    <name>station::gui::PageView</name>
    <message>
        <location filename="../app/gui/widgets/page_view.cpp" line="+21"/>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>station::gui::PagesArea</name>
    <message>
        <location filename="../app/gui/counter/pages_area.cpp" line="+29"/>
        <source>Pages of the paper</source>
        <translation>Các trang của giấy tờ</translation>
    </message>
</context>
<context>
    <name>station::gui::PinPanel</name>
    <message>
        <location filename="../app/gui/counter/pin_panel.cpp" line="+49"/>
        <location line="+10"/>
        <location line="+115"/>
        <source>PIN of your signing token</source>
        <translation>Mã PIN của thiết bị ký số</translation>
    </message>
    <message>
        <location line="-112"/>
        <source>Several certificates can sign. Choose yours with the arrows or its number, then Enter.</source>
        <translation>Có nhiều chứng thư số ký được. Hãy chọn chứng thư của bạn bằng phím mũi tên hoặc phím số rồi nhấn Enter.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Certificates that can sign</source>
        <translation>Các chứng thư số ký được</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+65"/>
        <location line="+73"/>
        <source>Token %1, valid until %2</source>
        <translation>Thiết bị %1, hiệu lực đến %2</translation>
    </message>
    <message numerus="yes">
        <location line="-56"/>
        <source>Asked once for all copies. The token locks itself %n minute(s) after the last signature.</source>
        <translation>
            <numerusform>Chỉ hỏi một lần cho tất cả bản sao. Sau lần ký cuối %n phút, thiết bị tự khóa.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>PIN for the next signature</source>
        <translation>Mã PIN cho lần ký tiếp theo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This token asks for its PIN at every signature.</source>
        <translation>Thiết bị này hỏi mã PIN mỗi lần ký.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Signs as</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No certificate here can sign</source>
        <translation>Không có chứng thư số nào ký được</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Press Enter, then type the PIN on the token itself.</source>
        <translation>Hãy nhấn Enter rồi nhập mã PIN ngay trên thiết bị.</translation>
    </message>
    <message numerus="yes">
        <location line="+66"/>
        <source>Too short: a PIN of this token has at least %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Quá ngắn: mã PIN của thiết bị này có ít nhất %n ký tự. Thiết bị chưa bị tính lần sai.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Too long: a PIN of this token has at most %n character(s). The token was not asked.</source>
        <translation>
            <numerusform>Quá dài: mã PIN của thiết bị này có nhiều nhất %n ký tự. Thiết bị chưa bị tính lần sai.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::PrintController</name>
    <message>
        <location filename="../app/gui/printing/print_controller.cpp" line="+58"/>
        <source>Receipt and appointment slip</source>
        <extracomment>The receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).</extracomment>
        <translation>Giấy tiếp nhận hồ sơ và hẹn trả kết quả</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Separator sheets</source>
        <extracomment>Sheets with a code, laid between papers in the feeder (tờ phân cách).</extracomment>
        <translation>Tờ phân cách</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The day of return stays open on the paper: the processing time or the calendar of the year is not known here. Write it by hand.</source>
        <translation>Ngày trả kết quả trên giấy để trống: trạm chưa có thời gian giải quyết hoặc lịch nghỉ của năm. Hãy ghi tay.</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>The printer did not take the pages</source>
        <translation>Máy in không nhận các trang</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Print them again, or save them as PDF.</source>
        <translation>Hãy in lại hoặc lưu thành tệp PDF.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The pages went to the printer</source>
        <translation>Đã gửi các trang đến máy in</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>PDF (%1)</source>
        <translation>PDF (%1)</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::PrintPreview</name>
    <message>
        <location filename="../app/gui/printing/print_preview.cpp" line="+49"/>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PgDown</source>
        <translation>PgDown</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Print preview</source>
        <translation>Xem trước khi in</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+1"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Looking for the printer …</source>
        <translation>Đang tìm máy in …</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Printer: %1</source>
        <translation>Máy in: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No printer here: save as PDF</source>
        <translation>Không có máy in: hãy lưu thành PDF</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The printer did not take it</source>
        <translation>Máy in không nhận lệnh in</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Printing …</source>
        <translation>Đang in …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Page %1 of %2</source>
        <translation>Trang %1 / %2</translation>
    </message>
</context>
<context>
    <name>station::gui::RescanPanel</name>
    <message>
        <location filename="../app/gui/counter/rescan_panel.cpp" line="+17"/>
        <source>The repository has this paper. Why is it scanned again?</source>
        <translation>Kho đã có giấy tờ này. Vì sao phải quét lại?</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The stored copy cannot be read well</source>
        <translation>Bản trong Kho khó đọc</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The paper has changed since</source>
        <translation>Giấy tờ đã thay đổi từ khi lưu kho</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The citizen wants a new copy</source>
        <translation>Công dân muốn có bản sao mới</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::ReusePanel</name>
    <message>
        <location filename="../app/gui/counter/reuse_panel.cpp" line="+19"/>
        <source>Copies in the repository</source>
        <translation>Các bản trong Kho</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::ScanController</name>
    <message>
        <location filename="../app/gui/counter/scan_controller.cpp" line="+31"/>
        <source>Looking for the scanner …</source>
        <translation>Đang tìm máy quét …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is ready</source>
        <translation>%1 sẵn sàng</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+63"/>
        <source>The scanner starts …</source>
        <translation>Máy quét khởi động …</translation>
    </message>
    <message numerus="yes">
        <location line="-48"/>
        <source>Taking in %n file(s) …</source>
        <translation>
            <numerusform>Đang nhập %n tệp …</numerusform>
        </translation>
    </message>
    <message>
        <location line="+38"/>
        <source>The scanner stops after this sheet …</source>
        <translation>Máy quét sẽ dừng sau tờ này …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stopping …</source>
        <translation>Đang dừng …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The scan ends here …</source>
        <translation>Đang kết thúc quét …</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Separator sheet: now paper %1, %2</source>
        <translation>Tờ phân cách: chuyển sang giấy tờ số %1, %2</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Sheet %1 of %2, side %3: all safe on disk</source>
        <translation>Tờ %1 / %2, mặt thứ %3: đã lưu tất cả</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sheet %1, side %2: all safe on disk</source>
        <translation>Tờ %1, mặt thứ %2: đã lưu tất cả</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paper %1</source>
        <translation>Giấy tờ số %1</translation>
    </message>
    <message numerus="yes">
        <location line="+34"/>
        <source>Ended here: %n side(s) safe on disk</source>
        <translation>
            <numerusform>Đã kết thúc tại đây, đã lưu %n mặt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n side(s) taken in, all safe on disk</source>
        <translation>
            <numerusform>Đã nhập và lưu %n mặt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n side(s) scanned, all safe on disk</source>
        <translation>
            <numerusform>Đã quét và lưu %n mặt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>station::gui::ScannerLine</name>
    <message>
        <location filename="../app/gui/counter/scanner_line.cpp" line="+15"/>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
</context>
<context>
    <name>station::gui::SheetsLine</name>
    <message>
        <location filename="../app/gui/counter/sheets_line.cpp" line="+36"/>
        <source>Sheets not counted</source>
        <translation>Chưa đếm số tờ</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
</context>
<context>
    <name>station::gui::SideEditing</name>
    <message numerus="yes">
        <location filename="../app/gui/counter/side_editing.cpp" line="+129"/>
        <source>%n thing(s) are sides of their own now</source>
        <translation>
            <numerusform>Đã chia thành %n mặt giấy riêng</numerusform>
        </translation>
    </message>
    <message>
        <location line="+48"/>
        <source>The side is now the last one of paper %1</source>
        <translation>Đã chuyển mặt giấy xuống cuối giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>No paper behind this one waits for sides. Choose one with Ctrl+Shift and its number</source>
        <translation>Không có giấy tờ nào phía sau đang chờ quét. Hãy nhấn Ctrl+Shift và số của giấy tờ cần chọn</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This side and all behind it are now in paper %1</source>
        <translation>Đã chuyển mặt giấy này và các mặt tiếp theo sang giấy tờ số %1</translation>
    </message>
</context>
<context>
    <name>station::gui::SideModel</name>
    <message>
        <location filename="../app/gui/counter/side_model.cpp" line="+127"/>
        <source>%1 front</source>
        <extracomment>%1 is the number of the sheet: its front (mặt trước) or back (mặt sau).</extracomment>
        <translation>Tờ %1, trước</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 back</source>
        <translation>Tờ %1, sau</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Page %1 of %2, %3</source>
        <translation>Trang %1 của %2, %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>looked at</source>
        <translation>đã xem</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not looked at yet</source>
        <translation>chưa xem</translation>
    </message>
</context>
<context>
    <name>station::gui::SignController</name>
    <message>
        <location filename="../app/gui/counter/sign_controller.cpp" line="+103"/>
        <source>Looking at the token …</source>
        <translation>Đang kiểm tra thiết bị ký số …</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The token waits for its PIN</source>
        <translation>Thiết bị ký số đang chờ mã PIN</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Signing …</source>
        <translation>Đang ký số …</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Signing: %1 of %2</source>
        <translation>Đang ký số: %1 / %2</translation>
    </message>
    <message>
        <location line="+74"/>
        <source>The token is locked</source>
        <translation>Đã khóa thiết bị ký số</translation>
    </message>
    <message>
        <location line="-24"/>
        <location line="+34"/>
        <source>Nothing was signed</source>
        <translation>Chưa ký bản nào</translation>
    </message>
    <message>
        <location line="-202"/>
        <source>The token is still being prepared; signing begins by itself …</source>
        <translation>Đang chuẩn bị thiết bị ký số; việc ký số sẽ tự bắt đầu …</translation>
    </message>
    <message>
        <location line="+224"/>
        <source>All copies are signed</source>
        <translation>Đã ký số tất cả bản sao</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>What is signed stays signed.</source>
        <translation>Các bản đã ký vẫn giữ nguyên chữ ký.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign on</source>
        <translation>Ký tiếp</translation>
    </message>
    <message>
        <location line="-75"/>
        <source>Signing did not finish</source>
        <translation>Ký số chưa hoàn tất</translation>
    </message>
</context>
<context>
    <name>station::gui::StartPage</name>
    <message>
        <location filename="../app/gui/counter/start_page.cpp" line="+43"/>
        <source>Procedure</source>
        <translation>Thủ tục hành chính</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Personal identification number or tax code</source>
        <translation>Số định danh cá nhân hoặc mã số thuế</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Owner of the dossier</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <location line="+12"/>
        <location line="+2"/>
        <source>Unfinished dossiers</source>
        <translation>Hồ sơ đang làm dở</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>put aside: %1</source>
        <translation>tạm gác: %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>No dossier is unfinished.</source>
        <translation>Không có hồ sơ nào làm dở.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Up, Down and Enter open a dossier from this list.</source>
        <translation>Dùng phím Lên, Xuống và Enter để mở hồ sơ trong danh sách.</translation>
    </message>
    <message>
        <location line="-52"/>
        <source>part of its name or code, also without accents</source>
        <translation>một phần tên hoặc mã, có thể không dấu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Procedures found</source>
        <translation>Thủ tục tìm thấy</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>type the number, or scan the card&apos;s QR code</source>
        <translation>nhập số hoặc quét mã QR trên thẻ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>empty when the portal gives it later</source>
        <translation>để trống nếu Cổng cấp mã sau</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>no code yet</source>
        <translation>chưa có mã</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>received %1</source>
        <translation>tiếp nhận %1</translation>
    </message>
</context>
<context>
    <name>station::gui::TokenSign</name>
    <message>
        <location filename="../app/gui/counter/token_sign.cpp" line="+15"/>
        <source>Token unlocked</source>
        <translation>Đã mở thiết bị ký số</translation>
    </message>
</context>
<context>
    <name>station::gui::Tour</name>
    <message>
        <location filename="../app/gui/training/tour.cpp" line="+15"/>
        <source>%1 folds the tour away</source>
        <translation>Nhấn %1 để ẩn hướng dẫn</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Welcome. A training dossier lies ready: press Enter to open it. At the counter you scan the barcode of the slip here, type the code, or hold the citizen&apos;s card under the hand scanner.</source>
        <translation>Xin chào. Đã có sẵn một hồ sơ tập huấn: nhấn Enter để mở. Tại quầy, bạn quét mã vạch trên giấy tiếp nhận vào đây, gõ mã hồ sơ hoặc đưa thẻ căn cước của công dân vào máy đọc mã cầm tay.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose the procedure, then scan the card&apos;s QR code: number and name fill themselves. Enter goes from field to field.</source>
        <translation>Hãy chọn thủ tục rồi quét mã QR trên thẻ: số định danh và họ tên được điền tự động. Nhấn Enter để sang ô tiếp theo.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not every paper is scanned. What the repository has already is reused, what only has to be seen is shown and given back, and a secret paper is refused. The button below says what the rules advise.</source>
        <translation>Không phải giấy tờ nào cũng quét. Giấy tờ đã có trong Kho thì dùng lại, giấy tờ chỉ cần xuất trình thì xem rồi trả lại, tài liệu mật thì từ chối. Nút bên dưới cho biết nên chọn gì theo quy định.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Put the paper into the feeder (F12 lays training papers there) and scan it. A side that you see is safe, whatever happens to the computer.</source>
        <translation>Hãy đặt giấy vào khay nạp (nhấn F12 để đặt giấy tờ tập huấn) rồi quét. Mặt giấy đã hiện trên màn hình là đã được lưu, dù máy tính gặp sự cố gì.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sides appear while the scanner still runs. Esc stops it; what is there stays.</source>
        <translation>Các mặt giấy hiện ra ngay khi máy còn đang quét. Nhấn Esc để dừng; những gì đã hiện vẫn được giữ.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scanner stands still. The card tells which sheet to put back; Enter goes on from there, nothing is scanned twice.</source>
        <translation>Máy quét đang dừng. Thẻ báo sự cố cho biết cần đặt lại tờ nào; nhấn Enter để quét tiếp từ đó, không tờ nào bị quét hai lần.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The sheets differ from what was counted. Scan what is missing, or say why it is right: the reason is kept with the paper.</source>
        <translation>Số tờ đã quét không khớp số tờ đã đếm. Hãy quét tờ còn thiếu hoặc nêu lý do số tờ vẫn đúng: lý do được lưu cùng giấy tờ.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>You sign that the copy is true, so every page has to stand on the screen once. Hold M for the magnifying glass, V for the page as scanned.</source>
        <translation>Bạn ký xác nhận bản sao đúng với bản chính nên mỗi trang phải hiện trên màn hình một lần. Giữ phím M để dùng kính lúp, phím V để xem ảnh quét gốc.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All pages are there. Now the copies get your personal digital signature, before anything is read from them: that is the order of the law.</source>
        <translation>Đã đủ các trang. Bây giờ hãy ký số cá nhân lên các bản sao, trước khi trạm bóc tách dữ liệu: đó là trình tự do pháp luật quy định.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Type the PIN of the training token; it stands in the yellow bar. It is kept nowhere, and the token locks itself after some idle minutes.</source>
        <translation>Hãy nhập mã PIN của thiết bị ký tập huấn, ghi trên thanh màu vàng. Mã PIN không được lưu ở đâu cả, và thiết bị tự khóa sau vài phút không dùng.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Doubtful values come first. The page shows the ink that each was read from: compare, correct if needed, and press Enter.</source>
        <translation>Trường cần kiểm tra đứng trước. Trang giấy chỉ ra đúng chỗ chữ được nhận dạng: hãy đối chiếu, sửa nếu cần rồi nhấn Enter.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The digitization code is proposed from what you confirmed. Enter accepts it; it is claimed when the dossier is handed over.</source>
        <translation>Mã kết quả số hóa được đề xuất từ dữ liệu bạn đã xác nhận. Nhấn Enter để chấp nhận; mã được cấp khi chuyển giao hồ sơ.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>F10 stores the copies and tells the department at once. When the line is dead the station sends them later by itself.</source>
        <translation>Nhấn F10 để lưu các bản sao vào Kho và báo ngay cho phòng chuyên môn. Nếu mất mạng, trạm sẽ tự gửi sau.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Done: the department has the dossier. F10 takes you to the next one. Try a jam or an open cover with F12, too: nothing can be broken here.</source>
        <translation>Xong: phòng chuyên môn đã có hồ sơ. Nhấn F10 để sang hồ sơ tiếp theo. Hãy thử cả kẹt giấy hoặc mở nắp máy bằng F12: ở đây không làm hỏng được gì.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The repository has this paper already. Enter uses the copy: nobody has to bring it again, and nothing is scanned.</source>
        <translation>Kho đã có giấy tờ này. Nhấn Enter để dùng bản đó: không ai phải nộp lại và không phải quét.</translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingBar</name>
    <message>
        <location filename="../app/gui/training/training_bar.cpp" line="+19"/>
        <source>   ·   the training token is being made …</source>
        <translation>   ·   đang tạo thiết bị ký tập huấn …</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>   ·   PIN of the training token: %1</source>
        <translation>   ·   mã PIN của thiết bị ký tập huấn: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>TRAINING   ·   nothing here is real or sent</source>
        <extracomment>Vietnamese: TẬP HUẤN.</extracomment>
        <translation>TẬP HUẤN   ·   dữ liệu giả, không gửi đi đâu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>   ·   %1: tray of the training scanner</source>
        <translation>   ·   %1: khay của máy quét tập huấn</translation>
    </message>
</context>
<context>
    <name>station::gui::TrainingPanel</name>
    <message>
        <location filename="../app/gui/training/training_panel.cpp" line="+23"/>
        <location line="+122"/>
        <source>Open the cover</source>
        <translation>Mở nắp máy</translation>
    </message>
    <message>
        <location line="-121"/>
        <location line="+122"/>
        <source>Unplug it</source>
        <translation>Rút dây</translation>
    </message>
    <message>
        <location line="-117"/>
        <source>Training paper</source>
        <translation>Giấy tờ tập huấn</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sheets to put back</source>
        <translation>Số tờ đặt lại</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Put into the feeder</source>
        <translation>Đặt vào khay nạp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its separator sheet</source>
        <translation>Đặt tờ phân cách</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty the feeder</source>
        <translation>Lấy hết giấy ra</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Press the scanner&apos;s key</source>
        <translation>Nhấn nút máy quét</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Make a trouble:</source>
        <translation>Tạo sự cố:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Jam the next sheet</source>
        <translation>Kẹt tờ tiếp theo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two sheets at once</source>
        <translation>Hai tờ cùng lúc</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop answering</source>
        <translation>Ngừng trả lời</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put sheets back</source>
        <translation>Đặt lại số tờ này</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Close the cover</source>
        <translation>Đóng nắp máy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plug it in</source>
        <translation>Cắm dây</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n sheet(s) in the feeder</source>
        <translation>
            <numerusform>%n tờ trong khay nạp</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>unplugged · </source>
        <translation>đã rút dây · </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>jammed · </source>
        <translation>kẹt giấy · </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cover open · </source>
        <translation>nắp máy mở · </translation>
    </message>
</context>
<context>
    <name>station::gui::TroubleCard</name>
    <message>
        <location filename="../app/gui/counter/trouble_card.cpp" line="+123"/>
        <source>Scan on</source>
        <translation>Quét tiếp</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="-86"/>
        <source>End here</source>
        <translation>Kết thúc tại đây</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>station::gui::TroubleController</name>
    <message>
        <location filename="../app/gui/counter/trouble_controller.cpp" line="+40"/>
        <source>Paper %1: %2</source>
        <translation>Giấy tờ số %1: %2</translation>
    </message>
</context>
<context>
    <name>station::gui::UndoOrder</name>
    <message>
        <location filename="../app/gui/counter/undo_order.cpp" line="+122"/>
        <source>Undone: %1</source>
        <extracomment>%1 names the edit: turn, move, set aside …</extracomment>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Done again: %1</source>
        <translation>Đã làm lại: %1</translation>
    </message>
</context>
</TS>
