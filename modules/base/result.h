// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value, or an Error. Reading the side that is not there is a broken invariant. Any thread.
//
//   Result<Price> price = Price::parse(text);
//   if (!price) return price.error();
//   use(*price);
#pragma once

#include "base/check.h"
#include "base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace rialto {

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        RIALTO_CHECK(ok(), "value of a failed Result");
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        RIALTO_CHECK(ok(), "value of a failed Result");
        return *std::get_if<0>(&m_state);
    }
    T&& value() && { return std::move(value()); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(value()); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    const Error& error() const
    {
        RIALTO_CHECK(!ok(), "error of a Result that succeeded");
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        RIALTO_CHECK(m_error.has_value(), "error of a Result that succeeded");
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace rialto
