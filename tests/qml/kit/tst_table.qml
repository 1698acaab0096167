// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Rialto.Theme
import Rialto.Kit
import Rialto.Samples

Item {
    id: page

    width: 900
    height: 400

    SampleQuotes { id: quotes }
    DataTable {
        id: table

        anchors.fill: parent
        multiSelect: true
        model: quotes
    }
    SignalSpy { id: activated; target: table; signalName: "activated" }
    SignalSpy { id: moved; target: table; signalName: "currentChangedByUser" }
    SignalSpy { id: menu; target: table; signalName: "menuRequested" }
    SignalSpy { id: cell; target: table; signalName: "cellClicked" }

    TestCase {
        name: "DataTable"
        when: windowShown

        function init() {
            table.filterText = ""
            table.sortBy(-1, false)
            table.clearSelection()
            table.currentColumn = 0
            table.forceActiveFocus()
            activated.clear()
            moved.clear()
            menu.clear()
            cell.clear()
        }

        function test_arrowsWalkAndEnterActivates() {
            keyClick(Qt.Key_Down)
            compare(table.currentRow, 0)
            keyClick(Qt.Key_Down)
            compare(table.currentRow, 1)
            keyClick(Qt.Key_Up)
            compare(table.currentRow, 0)
            compare(moved.count, 3)
            keyClick(Qt.Key_Return)
            compare(activated.count, 1)
            compare(activated.signalArguments[0][0], 0)
        }

        function test_endsAndPages() {
            keyClick(Qt.Key_End)
            compare(table.currentRow, table.count - 1)
            keyClick(Qt.Key_Home)
            compare(table.currentRow, 0)
            keyClick(Qt.Key_PageDown)
            verify(table.currentRow > 5)
        }

        function test_shiftExtendsAndControlATakesAll() {
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down, Qt.ShiftModifier)
            keyClick(Qt.Key_Down, Qt.ShiftModifier)
            compare(table.selectedRows().length, 3)
            keyClick(Qt.Key_A, Qt.ControlModifier)
            compare(table.selectedRows().length, table.count)
        }

        function test_altDownSortsByTheChosenColumnAndRowsKeepTheirNames() {
            keyClick(Qt.Key_Down)
            for (let i = 0; i < 5; ++i)
                keyClick(Qt.Key_Right)
            compare(table.currentColumn, 5)
            keyClick(Qt.Key_Down, Qt.AltModifier)
            compare(table.sortColumn, 5)
            verify(table.sortDescending)
            compare(table.currentRow, 0)
            keyClick(Qt.Key_Home)
            const largest = table.currentRow
            keyClick(Qt.Key_Up, Qt.AltModifier)
            keyClick(Qt.Key_End)
            compare(table.currentRow, largest)
        }

        function test_copyGivesTitlesAndTabs() {
            keyClick(Qt.Key_Down)
            const lines = table.copy().split("\n")
            compare(lines.length, 3)
            compare(lines[0].split("\t")[0], "Symbol")
            compare(lines[1].split("\t")[0], "NVLT")
            compare(lines[0].split("\t").length, lines[1].split("\t").length)
        }

        function test_hiddenColumnsAreNeitherShownNorCopied() {
            table.setHidden(1, true)
            compare(table.columnWidth(1), 0)
            keyClick(Qt.Key_Down)
            compare(table.copy().split("\n")[0].split("\t").indexOf("Name"), -1)
            const saved = table.saveLayout()
            table.setHidden(1, false)
            verify(table.columnWidth(1) > 0)
            table.restoreLayout({hidden: {name: true}})
            compare(table.columnWidth(1), 0)
            table.restoreLayout({})
            verify(saved.hidden !== undefined)
        }

        function test_filterKeepsMatchingRows() {
            const all = table.count
            table.filterText = "tern"
            verify(table.count > 0 && table.count < all)
            table.filterText = "no such row"
            compare(table.count, 0)
            keyClick(Qt.Key_Down)
            compare(table.currentRow, -1)
        }

        function test_mouseSelectsAndDoubleClickActivates() {
            mouseClick(table, 100, Theme.headerHeight + 2.5 * Theme.rowHeight)
            compare(table.currentRow, 2)
            compare(cell.count, 1)
            mouseClick(table, 100, Theme.headerHeight + 4.5 * Theme.rowHeight, Qt.LeftButton, Qt.ControlModifier)
            compare(table.selectedRows().length, 2)
            mouseDoubleClickSequence(table, 100, Theme.headerHeight + 3.5 * Theme.rowHeight)
            compare(activated.count, 1)
            compare(activated.signalArguments[0][0], 3)
        }

        function test_menuKeyAndRightClickAskForTheRowsMenu() {
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Menu)
            compare(menu.count, 1)
            mouseClick(table, 60, Theme.headerHeight + 1.5 * Theme.rowHeight, Qt.RightButton)
            compare(menu.count, 2)
            compare(menu.signalArguments[1][0], 1)
        }

        function test_headerClickSortsThenTurnsThenRests() {
            const x = table.columnX(5) + 20
            mouseClick(table, x, 8)
            compare(table.sortColumn, 5)
            verify(table.sortDescending)
            mouseClick(table, x, 8)
            verify(!table.sortDescending)
            mouseClick(table, x, 8)
            compare(table.sortColumn, -1)
        }

        function test_liveRowsResortButNotWhileFrozen() {
            table.sortByKey("last", true)
            table.frozen = true
            for (let i = 0; i < 50; ++i)
                quotes.tick()
            wait(500)
            table.frozen = false
            keyClick(Qt.Key_Home)
            verify(table.currentRow >= 0)
        }
    }
}
