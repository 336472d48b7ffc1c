#include "app/separators/separators.h"

#include "core/pdf/printed_pdf.h"
#include "core/pdf/separator_sheets.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace station::separators {
namespace {

/// Translation context of what is printed on the sheets.
class Separators {
    Q_DECLARE_TR_FUNCTIONS(Separators)
};

pdf::SeparatorSheet sheetOf(const QString &code, const QString &name)
{
    return {.component = code,
            .title = name.isEmpty() ? code : code + QStringLiteral(". ") + name,
            .sentence = Separators::tr("Lay this sheet in front of this paper in the feeder.")};
}

}  // namespace

Expected<pdf::PrintedPages> pages(const workflow::LawBook &law, const QDate &day,
                                  const codes::ProcedureCode &code)
{
    const auto procedure = law.catalogue.find(code, day);
    if (!procedure)
        return fail(procedure.error());
    std::vector<pdf::SeparatorSheet> sheets;
    for (const auto &component : (*procedure)->components) {
        if (component.mustBeDigitized())
            sheets.push_back(sheetOf(component.code, component.name));
    }
    sheets.push_back(
        {.title = Separators::tr("Next paper"),
         .sentence = Separators::tr("Lay this sheet between two papers in the feeder.")});
    return pdf::separatorSheets(sheets);
}

Expected<QString> picture(const QString &component, const QString &folder)
{
    const QString stem = folder + QStringLiteral("/separator-") + component;
    const QString document = stem + QStringLiteral(".pdf");
    const auto sheet = pdf::separatorSheets({sheetOf(component, {})});
    if (!sheet)
        return fail(sheet.error());
    if (const auto written = pdf::writePrintedPdf(document, *sheet); !written)
        return fail(written.error());
    QProcess renderer;
    renderer.start(QStringLiteral("pdftoppm"),
                   {QStringLiteral("-r"), QStringLiteral("300"), QStringLiteral("-jpeg"),
                    QStringLiteral("-singlefile"), document, stem});
    const bool ended = renderer.waitForFinished() && renderer.exitCode() == 0;
    QFile::remove(document);
    const QString image = stem + QStringLiteral(".jpg");
    if (!ended || !QFile::exists(image))
        return fail(Fault::FileMissing, QStringLiteral("pdftoppm"), QStringLiteral("pdftoppm"));
    return image;
}

}  // namespace station::separators
