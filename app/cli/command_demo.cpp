#include "app/cli/demo.h"
#include "app/cli/invocation.h"

namespace station::cli {

void addDemo(CLI::App &app, Invocation &invocation)
{
    const auto folder = std::make_shared<std::string>("demo");
    auto &command = subcommand(
        app, "demo",
        Cli::tr("Take six training papers from a virtual scanner to the repository and check all"));
    command.add_option("--out", *folder,
                       Cli::tr("Folder for everything that is made").toStdString());
    command.callback([folder, &invocation] {
        invocation.run([&] { return Demo(text(*folder), invocation).run(); });
    });
}

}  // namespace station::cli
