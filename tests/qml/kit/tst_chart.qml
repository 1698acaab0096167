// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Rialto.Charts
import Rialto.Samples

Item {
    width: 900
    height: 500

    SampleSeries { id: bars }
    CandleChart {
        id: chart

        anchors.fill: parent
        series: bars
    }

    TestCase {
        name: "CandleChart"
        when: windowShown

        function init() {
            chart.showLast(100)
            chart.forceActiveFocus()
            keyClick(Qt.Key_Escape)
        }

        function test_plusAndMinusZoom() {
            const width = chart.barWidth
            keyClick(Qt.Key_Plus)
            verify(chart.barWidth > width)
            keyClick(Qt.Key_Minus)
            fuzzyCompare(chart.barWidth, width, 1e-6)
        }

        function test_arrowsPanAndEndReturns() {
            const right = chart.lastVisible
            keyClick(Qt.Key_Left)
            fuzzyCompare(chart.lastVisible, right - 1, 1e-6)
            keyClick(Qt.Key_Left, Qt.ShiftModifier)
            fuzzyCompare(chart.lastVisible, right - 11, 1e-6)
            keyClick(Qt.Key_PageUp)
            verify(!chart.atEnd)
            keyClick(Qt.Key_End)
            verify(chart.atEnd)
            keyClick(Qt.Key_Home)
            verify(chart.firstVisible <= 5)
        }

        function test_controlArrowsMoveTheCrosshair() {
            compare(chart.hoveredBar, bars.count - 1)
            keyClick(Qt.Key_Left, Qt.ControlModifier)
            keyClick(Qt.Key_Left, Qt.ControlModifier)
            compare(chart.hoveredBar, bars.count - 2)
            verify(chart.summary.indexOf("NVLT") >= 0)
            keyClick(Qt.Key_Escape)
            compare(chart.hoveredBar, bars.count - 1)
        }

        function test_wheelKeepsTheBarUnderThePointer() {
            mouseMove(chart, 300, 200)
            const before = chart.hoveredBar
            const width = chart.barWidth
            mouseWheel(chart, 300, 200, 0, 120)
            verify(chart.barWidth > width)
            mouseMove(chart, 301, 200)
            verify(Math.abs(chart.hoveredBar - before) <= 1)
        }

        function test_dragPans() {
            const right = chart.lastVisible
            mousePress(chart, 400, 200)
            mouseMove(chart, 450, 200)
            mouseMove(chart, 500, 200)
            mouseRelease(chart, 500, 200)
            fuzzyCompare(chart.lastVisible, right - 100 / chart.barWidth, 0.01)
        }

        function test_theCrosshairNamesTheBarUnderIt() {
            mouseMove(chart, 200, 200)
            const at = chart.hoveredBar
            verify(at > 0 && at < bars.count - 1)
            mouseMove(chart, 200 + 3 * chart.barWidth, 200)
            compare(chart.hoveredBar, at + 3)
        }
    }
}
