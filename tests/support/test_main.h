// SPDX-License-Identifier: GPL-3.0-or-later
// RIALTO_TEST(Class) enters a test class in its executable's list; test_main.cpp runs them one after the other.
#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <memory>
#include <vector>

namespace rialto::testing {

std::vector<std::function<std::unique_ptr<QObject>()>>& testClasses();

struct Enter {
    explicit Enter(std::function<std::unique_ptr<QObject>()> make) { testClasses().push_back(std::move(make)); }
};

} // namespace rialto::testing

#define RIALTO_TEST(Class)                                                                                             \
    static const rialto::testing::Enter enter##Class([] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });
