#include "signing/agent/pin_question.h"

#include <utility>

namespace station::signing {

UI_METHOD *PinQuestion::method()
{
    static UI_METHOD *method = [] {
        UI_METHOD *made = UI_create_method("tram-so-hoa");
        UI_method_set_opener(made, [](UI *) { return 1; });
        UI_method_set_reader(made, read);
        UI_method_set_writer(made, [](UI *, UI_STRING *) { return 1; });
        UI_method_set_closer(made, [](UI *) { return 1; });
        return made;
    }();
    return method;
}

int PinQuestion::read(UI *ui, UI_STRING *question)
{
    auto *self = static_cast<PinQuestion *>(UI_get0_user_data(ui));
    if (UI_get_string_type(question) != UIT_PROMPT || self == nullptr || self->m_pin == nullptr)
        return -1;
    const std::string_view pin = std::exchange(self->m_pin, nullptr)->view();
    return UI_set_result_ex(ui, question, pin.data(), static_cast<int>(pin.size())) == 0 ? 1 : -1;
}

}  // namespace station::signing
