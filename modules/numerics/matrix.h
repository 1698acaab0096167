// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix: a dense matrix of doubles, column after column. Only storage; algebra is in linear_algebra.h. Value type; any thread
// once it is not written to.
#pragma once

#include <cstddef>
#include <vector>

namespace rialto::numerics {

struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> data;

    Matrix() = default;
    Matrix(std::size_t rowCount, std::size_t columnCount) : rows(rowCount), columns(columnCount), data(rowCount * columnCount, 0.0) {}
    double& operator()(std::size_t row, std::size_t column) { return data[column * rows + row]; }
    double operator()(std::size_t row, std::size_t column) const { return data[column * rows + row]; }
    const double* column(std::size_t index) const { return data.data() + index * rows; }
    double* column(std::size_t index) { return data.data() + index * rows; }
};

} // namespace rialto::numerics
