// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Kit
import Rialto.Trading

// Writes what a table shows, in its order and with its columns, as a CSV file in the user's documents; says where it is.
IconButton {
    id: control

    required property DataTable table
    property string fileName: "table"

    signal exported(string message, bool failed)

    objectName: "exportTable"
    symbol: "export"
    hint: qsTr("Save what is shown as CSV")
    enabled: table.count > 0
    onClicked: control.exported(TableExport.save(table.shownRows(), table.shownColumns(), table.model, fileName), TableExport.failed)
}
