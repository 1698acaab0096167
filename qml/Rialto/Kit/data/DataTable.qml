// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml.Models
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// A dense table over a QAbstractTableModel (best a kit::TableModel, which also tells widths, kinds and tones). Rows are named by
// their number in the given model, whatever the order on the screen. Keyboard: Up, Down, PgUp, PgDn, Home, End move; Shift
// extends and Ctrl+A takes all when `multiSelect`; Left and Right choose a column, Alt+Up and Alt+Down sort by it; Enter
// activates; Ctrl+C copies rows as tab-separated text; Menu or Shift+F10 asks for the row's menu.
FocusScope {
    id: root

    property alias model: sorter.source
    property alias filterText: sorter.filterText
    property alias frozen: sorter.frozen
    property bool multiSelect: false
    property int rowHeight: Theme.rowHeight
    property bool headerVisible: true
    property string label: ""
    property string emptyText: qsTr("Nothing to show")
    property string emptyDetail: ""
    property string emptySymbol: "list"
    property bool followCurrent: true
    /// Keys of columns that are given up, the first one first, while there is no room for all. What the user turned on stays.
    property var spareColumns: []
    readonly property alias count: sorter.count
    readonly property alias columns: sorter.columns
    readonly property alias sortColumn: sorter.orderColumn
    readonly property alias sortDescending: sorter.descending
    readonly property alias contentX: view.contentX
    readonly property int currentRow: rowNow < 0 ? -1 : sorter.toSourceRow(rowNow)
    property int currentColumn: 0
    property bool keyboardUsed: false
    property int rowNow: -1
    property int anchorRow: -1
    property var widths: ({})
    property var hiddenByUser: ({})
    property int layoutVersion: 0

    /// Enter or a double click on a row.
    signal activated(int row)
    /// The user moved to a row, by mouse or keyboard.
    signal currentChangedByUser(int row)
    /// A right click or the menu key: the place is in the table's coordinates.
    signal menuRequested(int row, real x, real y)
    /// A single click on a cell: for cells that act (a price in a ladder).
    signal cellClicked(int row, int column)

    function selectedRows(): var {
        const rows = []
        const indexes = selection.selectedIndexes
        for (let i = 0; i < indexes.length; ++i) {
            const row = sorter.toSourceRow(indexes[i].row)
            if (rows.indexOf(row) < 0)
                rows.push(row)
        }
        return rows
    }
    /// The rows as they are shown, in their order, and the columns that are not hidden: what an export writes.
    function shownRows(): var {
        const rows = []
        for (let i = 0; i < count; ++i)
            rows.push(sorter.toSourceRow(i))
        return rows
    }
    function shownColumns(): var {
        const shown = []
        for (let i = 0; i < columns.length; ++i)
            if (!isHidden(i))
                shown.push(i)
        return shown
    }
    function selectRow(row: int) { root.moveTo(sorter.fromSourceRow(row), false) }
    function clearSelection() { selection.clear(); rowNow = -1; anchorRow = -1 }
    function sortBy(column: int, descending: bool) { sorter.order(column, descending) }
    function sortByKey(key: string, descending: bool) {
        for (let i = 0; i < columns.length; ++i)
            if (columns[i].key === key)
                sorter.order(i, descending)
    }
    function toggleSort(column: int) {
        if (!columns[column].sortable)
            return
        if (sortColumn !== column)
            sorter.order(column, columns[column].right)
        else if (sortDescending === columns[column].right)
            sorter.order(column, !sortDescending)
        else
            sorter.order(-1, false)
    }
    function copy(): string {
        return sorter.copyRows(selection.selectedIndexes, shownColumns())
    }
    function isHidden(column: int): bool {
        const facts = columns[column]
        if (facts === undefined) // while the model goes
            return true
        return hiddenByUser[facts.key] !== undefined ? hiddenByUser[facts.key] : facts.hidden
    }
    function setHidden(column: int, hidden: bool) {
        hiddenByUser[columns[column].key] = hidden
        relayout()
    }
    function resizeColumn(column: int, width: real) {
        widths[columns[column].key] = Math.max(Theme.px(28), Math.round(width)) / Theme.scale
        relayout()
    }
    /// The layout to keep in the user's settings, and back.
    function saveLayout(): var { return {widths: widths, hidden: hiddenByUser, sortColumn: sortColumn, descending: sortDescending} }
    function restoreLayout(layout: var) {
        widths = layout.widths || {}
        hiddenByUser = layout.hidden || {}
        if (layout.sortColumn !== undefined && layout.sortColumn >= 0)
            sorter.order(layout.sortColumn, layout.descending === true)
        relayout()
    }
    function columnX(column: int): real { return layout.starts[column] || 0 }
    function columnWidth(column: int): real { return layout.sizes[column] || 0 }
    function relayout() {
        layoutVersion += 1
        view.forceLayout()
    }
    function moveTo(row: int, extend: bool) {
        if (row < 0 || row >= count)
            return
        const there = sorter.index(row, 0)
        if (extend && multiSelect && anchorRow >= 0) {
            selection.clearSelection()
            const first = Math.min(anchorRow, row)
            const last = Math.max(anchorRow, row)
            for (let i = first; i <= last; ++i)
                selection.select(sorter.index(i, 0), ItemSelectionModel.Select | ItemSelectionModel.Rows)
        } else {
            selection.select(there, ItemSelectionModel.ClearAndSelect | ItemSelectionModel.Rows)
            anchorRow = row
        }
        selection.setCurrentIndex(there, ItemSelectionModel.NoUpdate)
        rowNow = row
        const top = row * rowHeight
        if (view.height < rowHeight)
            return
        if (top < view.contentY)
            view.contentY = top
        else if (top + rowHeight > view.contentY + view.height)
            view.contentY = top + rowHeight - view.height
    }
    function moveByUser(row: int, extend: bool) {
        const target = Math.max(0, Math.min(count - 1, row))
        moveTo(target, extend)
        if (count > 0)
            currentChangedByUser(currentRow)
    }
    function stepColumn(step: int) {
        let next = currentColumn + step
        while (next >= 0 && next < columns.length && columnWidth(next) === 0)
            next += step
        if (next >= 0 && next < columns.length)
            currentColumn = next
    }

    objectName: "dataTable"
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: label

    Keys.onPressed: (event) => {
        const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
        const extend = (event.modifiers & Qt.ShiftModifier) !== 0
        const alt = (event.modifiers & Qt.AltModifier) !== 0
        const control = (event.modifiers & Qt.ControlModifier) !== 0
        keyboardUsed = true
        event.accepted = true
        if (alt && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
            if (columns[currentColumn].sortable)
                sorter.order(currentColumn, event.key === Qt.Key_Down)
        } else if (event.key === Qt.Key_Down)
            moveByUser(rowNow + 1, extend)
        else if (event.key === Qt.Key_Up)
            moveByUser(rowNow < 0 ? count - 1 : rowNow - 1, extend)
        else if (event.key === Qt.Key_PageDown && !control)
            moveByUser(rowNow + page, extend)
        else if (event.key === Qt.Key_PageUp && !control)
            moveByUser(rowNow - page, extend)
        else if (event.key === Qt.Key_Home)
            moveByUser(0, extend)
        else if (event.key === Qt.Key_End)
            moveByUser(count - 1, extend)
        else if (event.key === Qt.Key_Left && !alt)
            stepColumn(-1)
        else if (event.key === Qt.Key_Right && !alt)
            stepColumn(1)
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && currentRow >= 0)
            activated(currentRow)
        else if (event.key === Qt.Key_C && control)
            copy()
        else if (event.key === Qt.Key_A && control && multiSelect) {
            for (let i = 0; i < count; ++i)
                selection.select(sorter.index(i, 0), ItemSelectionModel.Select | ItemSelectionModel.Rows)
        } else if ((event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && extend)) && currentRow >= 0)
            menuRequested(currentRow, Theme.space6, header.height + (rowNow + 1) * rowHeight - view.contentY)
        else
            event.accepted = false
    }

    QtObject {
        id: layout

        readonly property var sizes: {
            root.layoutVersion
            const columns = root.columns
            const result = []
            let used = 0
            let shares = 0
            for (let i = 0; i < columns.length; ++i) {
                const facts = columns[i]
                const own = root.widths[facts.key]
                result.push(root.isHidden(i) ? 0 : Math.round((own !== undefined ? own : facts.width) * Theme.scale))
                used += result[i]
                if (result[i] > 0 && own === undefined)
                    shares += facts.stretch
            }
            for (let i = 0; i < root.spareColumns.length && used > Math.floor(root.width); ++i) {
                const spare = columns.findIndex((column) => column.key === root.spareColumns[i])
                if (spare < 0 || result[spare] === 0 || root.hiddenByUser[root.spareColumns[i]] === false)
                    continue
                used -= result[spare]
                result[spare] = 0
                if (root.widths[columns[spare].key] === undefined)
                    shares -= columns[spare].stretch
            }
            const free = Math.floor(root.width) - used
            if (free > 0 && shares === 0 && root.spareColumns.length > 0) {
                // The stretching column was given up: the first one takes its room.
                const first = result.findIndex((size) => size > 0)
                if (first >= 0)
                    result[first] += free
            }
            if (free > 0 && shares > 0) {
                let given = 0
                let last = -1
                for (let i = 0; i < columns.length; ++i) {
                    if (result[i] === 0 || columns[i].stretch === 0 || root.widths[columns[i].key] !== undefined)
                        continue
                    const part = Math.floor(free * columns[i].stretch / shares)
                    result[i] += part
                    given += part
                    last = i
                }
                if (last >= 0)
                    result[last] += free - given
            }
            return result
        }
        readonly property var starts: {
            const result = []
            let x = 0
            for (let i = 0; i < sizes.length; ++i) {
                result.push(x)
                x += sizes[i]
            }
            return result
        }
        readonly property real total: sizes.length > 0 ? starts[sizes.length - 1] + sizes[sizes.length - 1] : 0
        onSizesChanged: view.forceLayout()
    }
    TableSorter {
        id: sorter

        onOrderChanged: root.rowNow = selection.currentIndex.row
        onLayoutChanged: Qt.callLater(() => { root.rowNow = selection.currentIndex.row })
        onRowsInserted: Qt.callLater(() => { root.rowNow = selection.currentIndex.row })
        onRowsRemoved: Qt.callLater(() => { root.rowNow = selection.currentIndex.row })
        onModelReset: { root.rowNow = -1; root.anchorRow = -1 }
    }
    ItemSelectionModel {
        id: selection

        model: sorter
    }

    TableView {
        id: view

        anchors.fill: parent
        anchors.topMargin: header.height
        model: sorter
        // The view's own figure is an estimate from the columns it happened to load.
        contentWidth: Math.max(1, layout.total)
        selectionModel: selection
        interactive: false
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        pointerNavigationEnabled: false
        columnWidthProvider: (column) => root.columnWidth(column)
        rowHeightProvider: (row) => root.rowHeight
        delegate: TableCell { table: root }
        T.ScrollBar.vertical: upright
        T.ScrollBar.horizontal: level

        Rectangle {
            z: -1
            y: mouseArea.rowUnder * root.rowHeight
            width: Math.max(view.contentWidth, view.width)
            height: root.rowHeight
            color: Theme.hover
            visible: mouseArea.rowUnder >= 0 && mouseArea.rowUnder < root.count
        }
        Rectangle {
            y: root.rowNow * root.rowHeight
            width: 2
            height: root.rowHeight
            color: Theme.accent
            visible: root.activeFocus && root.rowNow >= 0
        }
    }
    // Beside the view, not in it: TableView keeps presses of the left button for itself.
    MouseArea {
        id: mouseArea

        readonly property int rowUnder: containsMouse ? rowAt(mouseY) : -1

        function rowAt(y: real): int { return Math.floor((y + view.contentY) / root.rowHeight) }
        function columnAt(x: real): int {
            for (let i = root.columns.length - 1; i >= 0; --i)
                if (root.columnWidth(i) > 0 && x + view.contentX >= root.columnX(i))
                    return i
            return -1
        }

        anchors.fill: view
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        hoverEnabled: true

        onPressed: (mouse) => {
            root.keyboardUsed = false
            root.forceActiveFocus(Qt.MouseFocusReason)
            const row = rowAt(mouse.y)
            if (row >= root.count)
                return
            if (mouse.button === Qt.RightButton && selection.isRowSelected(row))
                return
            if (root.multiSelect && (mouse.modifiers & Qt.ControlModifier)) {
                selection.select(sorter.index(row, 0), ItemSelectionModel.Toggle | ItemSelectionModel.Rows)
                selection.setCurrentIndex(sorter.index(row, 0), ItemSelectionModel.NoUpdate)
                root.rowNow = row
                root.anchorRow = row
            } else {
                root.moveByUser(row, (mouse.modifiers & Qt.ShiftModifier) !== 0)
            }
        }
        onClicked: (mouse) => {
            const row = sorter.toSourceRow(rowAt(mouse.y))
            if (row < 0)
                return
            if (mouse.button === Qt.RightButton)
                root.menuRequested(row, mouse.x, mouse.y + header.height)
            else
                root.cellClicked(row, columnAt(mouse.x))
        }
        onDoubleClicked: (mouse) => {
            const row = sorter.toSourceRow(rowAt(mouse.y))
            if (row >= 0 && mouse.button === Qt.LeftButton)
                root.activated(row)
        }
        onWheel: (wheel) => {
            const sideways = wheel.angleDelta.x !== 0 || (wheel.modifiers & Qt.ShiftModifier)
            const pixels = wheel.pixelDelta.y !== 0 ? wheel.pixelDelta.y : wheel.angleDelta.y / 120 * 3 * root.rowHeight
            if (sideways) {
                const by = wheel.angleDelta.x !== 0 ? wheel.angleDelta.x : wheel.angleDelta.y
                view.contentX = Math.max(0, Math.min(view.contentWidth - view.width, view.contentX - by / 2))
            } else {
                view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY - pixels))
            }
        }
    }
    ScrollBar {
        id: upright

        anchors.right: parent.right
        anchors.top: view.top
        anchors.bottom: parent.bottom
    }
    ScrollBar {
        id: level

        orientation: Qt.Horizontal
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    TableHeader {
        id: header

        table: root
        width: parent.width
        height: root.headerVisible ? Theme.headerHeight : 0
        visible: root.headerVisible
    }
    EmptyState {
        anchors.fill: parent
        anchors.topMargin: header.height
        visible: root.count === 0
        symbol: root.emptySymbol
        text: root.emptyText
        detail: root.emptyDetail
    }
}
