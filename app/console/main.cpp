// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "composition.h"

#include <QCoreApplication>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    rialto::app::Composition composition;
    return rialto::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr, composition);
}
