<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>Cli</name>
    <message>
        <location filename="../app/cli/capture_outcome.cpp" line="+10"/>
        <source>%1: %2 sides of %3 sheets, %4 blank</source>
        <translation>%1: %2 mặt của %3 tờ, %4 mặt trống</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>attention: %1 sheets expected, %2 scanned; count the paper and scan what is missing</source>
        <translation>chú ý: cần %1 tờ, đã quét %2; hãy đếm giấy và quét tờ còn thiếu</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>attention: %1 sides are incomplete; scan them again</source>
        <translation>chú ý: %1 mặt bị cụt; hãy quét lại</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>attention: %1 sides are not cleaned yet; signing tries again</source>
        <translation>chú ý: %1 mặt chưa được làm sạch; khi ký sẽ thử lại</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>side %1 of sheet %2 is safe: %3</source>
        <translation>đã lưu %1 của tờ %2: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>front</source>
        <translation>mặt trước</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>back</source>
        <translation>mặt sau</translation>
    </message>
    <message>
        <location filename="../app/cli/command_audit.cpp" line="+16"/>
        <source>%1 records, chain intact, head %2</source>
        <translation>%1 bản ghi, chuỗi nguyên vẹn, đầu chuỗi %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Look at the audit chain</source>
        <translation>Xem chuỗi nhật ký</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the audit chain</source>
        <translation>Kiểm tra chuỗi nhật ký</translation>
    </message>
    <message>
        <location filename="../app/cli/command_confirm.cpp" line="+14"/>
        <source>Confirm the fields of one paper</source>
        <translation>Xác nhận các trường của một giấy tờ</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../app/cli/command_decide.cpp" line="+32"/>
        <location filename="../app/cli/command_dossier.cpp" line="+86"/>
        <location filename="../app/cli/command_extract.cpp" line="+52"/>
        <location filename="../app/cli/command_import.cpp" line="+16"/>
        <location filename="../app/cli/command_scan.cpp" line="+28"/>
        <location filename="../app/cli/command_side.cpp" line="+21"/>
        <location filename="../app/cli/command_sign.cpp" line="+56"/>
        <location filename="../app/cli/command_store.cpp" line="+12"/>
        <source>Dossier code or uuid</source>
        <translation>Mã hồ sơ hoặc uuid</translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../app/cli/command_decide.cpp" line="+4"/>
        <location filename="../app/cli/command_import.cpp" line="+4"/>
        <location filename="../app/cli/command_scan.cpp" line="+4"/>
        <source>Component of the checklist, e.g. GT01</source>
        <translation>Thành phần hồ sơ, ví dụ GT01</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A field as key=value</source>
        <translation>Một trường dạng khóa=giá trị</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Accept the proposals for all other fields</source>
        <translation>Chấp nhận đề xuất cho mọi trường khác</translation>
    </message>
    <message>
        <location filename="../app/cli/command_decide.cpp" line="-5"/>
        <source>Decide what happens with one paper</source>
        <translation>Chọn cách xử lý một giấy tờ</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>digitize, reuse, attach, shown or refuse</source>
        <translation>digitize, reuse, attach, shown hoặc refuse</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>With reuse: digitization code of the stored copy</source>
        <translation>Khi dùng lại: mã kết quả số hóa của bản trong Kho</translation>
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
        <location filename="../app/cli/command_devices.cpp" line="+29"/>
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
        <location filename="../app/cli/command_scan.cpp" line="+2"/>
        <source>SANE device name</source>
        <translation>Tên thiết bị SANE</translation>
    </message>
    <message>
        <location filename="../app/cli/command_digitize.cpp" line="+25"/>
        <source>page %1 of %2</source>
        <translation>trang %1 / %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: %2 pages, %3 blank sides left out</source>
        <translation>%1: %2 trang, bỏ %3 mặt trống</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Make one clean PDF/A of images, without a dossier</source>
        <translation>Tạo một PDF/A sạch từ ảnh, không cần hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../app/cli/command_import.cpp" line="+2"/>
        <source>Images or PDFs</source>
        <translation>Ảnh hoặc PDF</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The PDF to write</source>
        <translation>Tệp PDF cần ghi</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>none or embedded</source>
        <translation>none hoặc embedded</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Language of the text</source>
        <translation>Ngôn ngữ của văn bản</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Pages at a time</source>
        <translation>Số trang xử lý cùng lúc</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Resolution of images that do not say</source>
        <translation>Độ phân giải của ảnh không ghi rõ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_dossier.cpp" line="-23"/>
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
        <location line="+2"/>
        <source>Dossier code of the portal</source>
        <translation>Mã hồ sơ do Cổng cấp</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Show one dossier</source>
        <translation>Xem một hồ sơ</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>List the dossiers of a day</source>
        <translation>Liệt kê hồ sơ của một ngày</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Day, today when left out</source>
        <translation>Ngày; bỏ trống là hôm nay</translation>
    </message>
    <message>
        <location filename="../app/cli/command_extract.cpp" line="-19"/>
        <source>sure</source>
        <translation>chắc chắn</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>check</source>
        <translation>cần kiểm tra</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Propose the fields of every signed copy</source>
        <translation>Đề xuất các trường của mọi bản sao đã ký</translation>
    </message>
    <message>
        <location filename="../app/cli/command_import.cpp" line="-7"/>
        <source>Take a paper from image or PDF files into its component</source>
        <translation>Đưa giấy tờ từ tệp ảnh hoặc PDF vào thành phần hồ sơ</translation>
    </message>
    <message>
        <location filename="../app/cli/command_inbox.cpp" line="+44"/>
        <source>the inbox is empty</source>
        <translation>hộp đến trống</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>acknowledged: %1</source>
        <translation>đã xác nhận: %1</translation>
    </message>
    <message>
        <location line="+12"/>
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
        <location filename="../app/cli/command_lookup.cpp" line="+38"/>
        <source>no paper that can be reused</source>
        <translation>không có giấy tờ dùng lại được</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>List the reusable papers of an owner</source>
        <translation>Liệt kê giấy tờ dùng lại được của một chủ hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Personal id or tax code</source>
        <translation>Số định danh hoặc mã số thuế</translation>
    </message>
    <message>
        <location filename="../app/cli/command_scan.cpp" line="-7"/>
        <source>Scan a paper into its component</source>
        <translation>Quét một giấy tờ vào thành phần hồ sơ</translation>
    </message>
    <message>
        <location line="+9"/>
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
        <location filename="../app/cli/command_sign.cpp" line="-39"/>
        <source>signed %1 of %2</source>
        <translation>đã ký %1 / %2</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: %2 pages signed by %3, %4</source>
        <translation>%1: %2 trang do %3 ký, %4</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Sign every captured copy of a dossier</source>
        <translation>Ký số mọi bản đã quét của hồ sơ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Label of the token</source>
        <translation>Nhãn của thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File that holds the PIN; asked for when left out</source>
        <translation>Tệp chứa mã PIN; bỏ trống thì sẽ hỏi</translation>
    </message>
    <message>
        <location filename="../app/cli/command_store.cpp" line="-1"/>
        <source>Claim the codes, store the copies, tell the department</source>
        <translation>Cấp mã, lưu bản sao vào Kho, báo phòng chuyên môn</translation>
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
        <location filename="../app/cli/command_sync.cpp" line="+18"/>
        <source>%1 hand-overs sent, %2 still wait</source>
        <translation>đã gửi %1 lượt chuyển giao, còn chờ %2</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>nothing waits</source>
        <translation>không có gì chờ</translation>
    </message>
    <message>
        <location line="+11"/>
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
        <location line="+6"/>
        <source>Show what waits in the outbox</source>
        <translation>Xem những gì chờ trong hộp đi</translation>
    </message>
    <message>
        <location filename="../app/cli/command_token.cpp" line="+22"/>
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
        <location line="+14"/>
        <source>no token found</source>
        <translation>không thấy thiết bị ký số</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Look at signature tokens</source>
        <translation>Xem thiết bị ký số</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List the tokens</source>
        <translation>Liệt kê thiết bị ký số</translation>
    </message>
    <message>
        <location filename="../app/cli/command_verify.cpp" line="+46"/>
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
        <location line="+25"/>
        <source>%1 scanned and cleaned: %2 sides, %3 blank</source>
        <translation>đã quét và làm sạch %1: %2 mặt, %3 mặt trống</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>token unlocked: one PIN for the batch</source>
        <translation>đã mở thiết bị ký số: một mã PIN cho cả lô</translation>
    </message>
    <message>
        <location line="+8"/>
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
        <location filename="../app/cli/command_side.cpp" line="-1"/>
        <source>Say whether a captured side is blank</source>
        <translation>Xác định một mặt giấy đã quét có trắng hay không</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Id of the side</source>
        <translation>Mã của mặt giấy</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>yes: no page of the copy; no: it carries content</source>
        <translation>yes: không đưa vào bản sao; no: mặt giấy có nội dung</translation>
    </message>
</context>
<context>
    <name>ErrorSubject</name>
    <message>
        <location filename="../app/errors/error_text.cpp" line="+264"/>
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
        <location line="-278"/>
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
        <source>The repository holds no valid copy to reuse</source>
        <translation>Kho không có bản còn hiệu lực để dùng lại</translation>
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
        <source>The picture is too coarse for the rules</source>
        <translation>Ảnh có độ phân giải thấp hơn quy định</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <source>The paper is jammed, or two sheets went in together</source>
        <translation>Giấy bị kẹt hoặc hai tờ vào cùng lúc</translation>
    </message>
    <message>
        <location line="+3"/>
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
        <source>The token was pulled out while it was signing</source>
        <translation>Thiết bị ký số bị rút ra khi đang ký</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The token reports a fault</source>
        <translation>Thiết bị ký số báo lỗi</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <source>The certificate on the token cannot be used for signing</source>
        <translation>Chứng thư số trong thiết bị không dùng để ký được</translation>
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
        <source>The disk of this station is full</source>
        <translation>Ổ đĩa của trạm đã đầy</translation>
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
        <source>Scan the paper instead.</source>
        <translation>Hãy quét giấy tờ này.</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <source>Scan it again with at least 200 dpi, better 300.</source>
        <translation>Hãy quét lại tối thiểu 200 dpi, tốt nhất 300 dpi.</translation>
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
        <source>It is expired or meant for something else. Use another token, or have it renewed.</source>
        <translation>Chứng thư đã hết hạn hoặc dùng cho việc khác. Hãy dùng thiết bị khác hoặc xin gia hạn.</translation>
    </message>
    <message>
        <location line="+4"/>
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
        <source>Call IT to make room. What is on the screen is safe.</source>
        <translation>Hãy báo bộ phận CNTT giải phóng chỗ. Những gì trên màn hình đã được lưu.</translation>
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
        <location line="+61"/>
        <source>%1: %2</source>
        <extracomment>%1 is the paper, file, sheet or part; %2 says what happened to it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../app/gui/main.cpp" line="+48"/>
        <source>Digitization station</source>
        <translation>Trạm Số hóa</translation>
    </message>
    <message>
        <location line="+23"/>
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
    <name>StepWords</name>
    <message>
        <location filename="../app/gui/counter/step_words.cpp" line="+26"/>
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
        <source>Stop the scan</source>
        <translation>Dừng quét</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Please wait …</source>
        <translation>Xin chờ …</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paper %1: %2</source>
        <extracomment>%1 is the number of the paper in the checklist, %2 the advised decision.</extracomment>
        <translation>Giấy tờ số %1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan paper %1</source>
        <translation>Quét giấy tờ số %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Look at the flagged page</source>
        <translation>Xem trang cần chú ý</translation>
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
        <location line="+14"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Space</source>
        <extracomment>The space bar.</extracomment>
        <translation>Space</translation>
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
        <source>Full name</source>
        <translation>Họ và tên</translation>
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
        <source>Licence number</source>
        <translation>Số giấy phép</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Date of expiry</source>
        <translation>Ngày hết hạn</translation>
    </message>
    <message>
        <location line="+9"/>
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
    <name>station::gui::CodePanel</name>
    <message>
        <location filename="../app/gui/counter/code_panel.cpp" line="+16"/>
        <source>Digitization code</source>
        <extracomment>Mã kết quả số hóa (TT 01/2023/TT-VPCP).</extracomment>
        <translation>Mã kết quả số hóa</translation>
    </message>
    <message>
        <location line="+27"/>
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
        <source>accepted, not final yet</source>
        <translation>đã chấp nhận, chưa có hiệu lực</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>final</source>
        <translation>có hiệu lực</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentDelegate</name>
    <message>
        <location filename="../app/gui/counter/component_delegate.cpp" line="+92"/>
        <source>optional</source>
        <translation>không bắt buộc</translation>
    </message>
</context>
<context>
    <name>station::gui::ComponentModel</name>
    <message>
        <location filename="../app/gui/counter/component_model.cpp" line="+59"/>
        <source>Returned: %1</source>
        <translation>Bị trả lại: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>pages to look at</source>
        <translation>có trang cần xem</translation>
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
    <name>station::gui::CounterActions</name>
    <message>
        <location filename="../app/gui/counter/counter_actions.cpp" line="+9"/>
        <source>Open a dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New dossier</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <location line="+4"/>
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
        <location line="+1"/>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scan from the feeder</source>
        <translation>Quét từ khay nạp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scan from the flatbed</source>
        <translation>Quét từ mặt kính</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Feeder</source>
        <translation>Khay nạp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Flatbed</source>
        <translation>Mặt kính</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop the scan, close a panel</source>
        <translation>Dừng quét, đóng khung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <location line="+1"/>
        <source>Blank side or not</source>
        <translation>Mặt trắng hay không</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Larger</source>
        <translation>Phóng to</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whole page</source>
        <translation>Cả trang</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign all copies</source>
        <translation>Ký số tất cả bản sao</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hand over, next dossier</source>
        <translation>Chuyển giao, hồ sơ tiếp theo</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Finish</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <source>Always</source>
        <translation>Luôn dùng được</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterController</name>
    <message>
        <location filename="../app/gui/counter/counter_controller.cpp" line="+204"/>
        <source>The scanner is still running</source>
        <translation>Máy quét vẫn đang chạy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wait for it, or stop it with Esc.</source>
        <translation>Hãy chờ quét xong hoặc nhấn Esc để dừng.</translation>
    </message>
    <message>
        <location line="+41"/>
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
        <location line="+21"/>
        <source>Dossier %1 is handed over</source>
        <translation>Đã chuyển giao hồ sơ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The department sees it now.</source>
        <translation>Phòng chuyên môn đã thấy hồ sơ.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Put the paper into the feeder and press F5, or lay it on the glass and press F6.</source>
        <translation>Đặt giấy vào khay nạp rồi nhấn F5, hoặc đặt lên mặt kính rồi nhấn F6.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This paper has no page: %1.</source>
        <translation>Giấy tờ này không có trang: %1.</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The rules advise: %1</source>
        <translation>Theo quy định nên chọn: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Press D first if the paper has to be digitized all the same.</source>
        <translation>Nếu vẫn phải số hóa giấy tờ này, trước hết hãy nhấn D.</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterPage</name>
    <message>
        <location filename="../app/gui/counter/counter_page.cpp" line="+56"/>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>dossier code, barcode or identity card QR</source>
        <translation>mã hồ sơ, mã vạch hoặc QR thẻ căn cước</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Papers of the dossier</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>Pages of the paper</source>
        <translation>Các trang của giấy tờ</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>No dossier code yet</source>
        <translation>Chưa có mã hồ sơ</translation>
    </message>
</context>
<context>
    <name>station::gui::CounterWindow</name>
    <message>
        <location filename="../app/gui/counter/counter_window.cpp" line="+19"/>
        <source>TRAINING   ·   nothing here is real or sent</source>
        <extracomment>Vietnamese: TẬP HUẤN.</extracomment>
        <translation>TẬP HUẤN   ·   dữ liệu giả, không gửi đi đâu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>   ·   PIN of the training token: %1</source>
        <translation>   ·   mã PIN của thiết bị ký tập huấn: %1</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Digitization station</source>
        <translation>Trạm Số hóa</translation>
    </message>
</context>
<context>
    <name>station::gui::FieldForm</name>
    <message>
        <location filename="../app/gui/counter/field_form.cpp" line="+111"/>
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
        <location line="+2"/>
        <source>please check, %1</source>
        <translation>cần kiểm tra, %1</translation>
    </message>
</context>
<context>
    <name>station::gui::FieldsController</name>
    <message>
        <location filename="../app/gui/counter/fields_controller.cpp" line="+89"/>
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
    <name>station::gui::KeysOverlay</name>
    <message>
        <location filename="../app/gui/counter/keys_overlay.cpp" line="+32"/>
        <location line="+70"/>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <location line="-24"/>
        <source>Go to a paper</source>
        <translation>Đến một giấy tờ</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Confirm a field, accept the code</source>
        <translation>Xác nhận trường, chấp nhận mã</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Previous or next paper</source>
        <translation>Giấy tờ trước hoặc sau</translation>
    </message>
</context>
<context>
    <name>station::gui::PageView</name>
    <message>
        <location filename="../app/gui/widgets/page_view.cpp" line="+19"/>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>station::gui::PinPanel</name>
    <message>
        <location filename="../app/gui/counter/pin_panel.cpp" line="+13"/>
        <location line="+3"/>
        <source>PIN of your signing token</source>
        <translation>Mã PIN của thiết bị ký số</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Asked once; the token then stays unlocked until you pull it or close the program.</source>
        <translation>Chỉ hỏi một lần; thiết bị giữ mở cho đến khi bạn rút ra hoặc đóng chương trình.</translation>
    </message>
</context>
<context>
    <name>station::gui::ReusePanel</name>
    <message>
        <location filename="../app/gui/counter/reuse_panel.cpp" line="+15"/>
        <source>Valid copies in the repository</source>
        <translation>Bản còn hiệu lực trong Kho</translation>
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
    <name>station::gui::ScanController</name>
    <message>
        <location filename="../app/gui/counter/scan_controller.cpp" line="+25"/>
        <source>Looking for the scanner …</source>
        <translation>Đang tìm máy quét …</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is ready</source>
        <translation>%1 sẵn sàng</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The scanner starts …</source>
        <translation>Máy quét khởi động …</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The scanner stops after this sheet …</source>
        <translation>Máy quét sẽ dừng sau tờ này …</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>Scanning: %n side(s) safe on disk</source>
        <translation>
            <numerusform>Đang quét: đã lưu %n mặt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
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
    <name>station::gui::SideModel</name>
    <message>
        <location filename="../app/gui/counter/side_model.cpp" line="+80"/>
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
        <location line="+5"/>
        <source>Page %1 of %2, %3</source>
        <translation>Trang %1 của %2, %3</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>cut short</source>
        <extracomment>The scanner ended the page early.</extracomment>
        <translation>bị cụt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blank?</source>
        <translation>trống?</translation>
    </message>
</context>
<context>
    <name>station::gui::SignController</name>
    <message>
        <location filename="../app/gui/counter/sign_controller.cpp" line="+45"/>
        <source>Signing …</source>
        <translation>Đang ký số …</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Signing: %1 of %2</source>
        <translation>Đang ký số: %1 / %2</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>All copies are signed</source>
        <translation>Đã ký số tất cả bản sao</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Signing did not finish</source>
        <translation>Ký số chưa hoàn tất</translation>
    </message>
</context>
<context>
    <name>station::gui::StartPage</name>
    <message>
        <location filename="../app/gui/counter/start_page.cpp" line="+42"/>
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
        <location line="+69"/>
        <source>No dossier is unfinished.</source>
        <translation>Không có hồ sơ nào làm dở.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Up, Down and Enter open a dossier from this list.</source>
        <translation>Dùng phím Lên, Xuống và Enter để mở hồ sơ trong danh sách.</translation>
    </message>
    <message>
        <location line="-54"/>
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
        <location line="+31"/>
        <source>no code yet</source>
        <translation>chưa có mã</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>received %1</source>
        <translation>tiếp nhận %1</translation>
    </message>
</context>
</TS>
