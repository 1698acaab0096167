// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Portfolio

// Deposits or withdraws cash of one account. Enter sends.
Rectangle {
    id: form

    required property PortfolioModel model

    objectName: "cashForm"
    height: column.height + 2 * Theme.space2
    color: Theme.raised
    Keys.onReturnPressed: form.model.moveCash()
    Keys.onEnterPressed: form.model.moveCash()

    Separator { width: parent.width }
    Column {
        id: column

        x: Theme.space2
        y: Theme.space2
        width: parent.width - 2 * Theme.space2
        spacing: Theme.space2

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            SegmentedControl {
                objectName: "cashDirection"
                label: qsTr("Direction")
                model: [qsTr("Deposit"), qsTr("Withdraw")]
                currentIndex: form.model.withdraw ? 1 : 0
                onActivated: (index) => form.model.withdraw = index === 1
            }
            ComboBox {
                objectName: "cashAccount"
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.px(90)
                label: qsTr("Account")
                model: form.model.accounts
                currentIndex: form.model.accountIndex
                onActivated: (index) => form.model.accountIndex = index
            }
        }
        RowLayout {
            width: parent.width
            spacing: Theme.space2

            ComboBox {
                objectName: "cashCurrency"
                Layout.preferredWidth: Theme.px(72)
                label: qsTr("Currency")
                model: form.model.currencies
                currentIndex: form.model.currencyIndex
                onActivated: (index) => form.model.currencyIndex = index
            }
            NumberField {
                objectName: "cashAmount"
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.px(70)
                stepper: false
                label: qsTr("Amount")
                placeholderText: qsTr("Amount")
                value: form.model.amount
                invalid: form.model.moveError !== ""
                onEdited: (text) => form.model.amount = text
            }
            TextField {
                objectName: "cashMemo"
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.px(60)
                label: qsTr("Text")
                placeholderText: qsTr("Text")
                value: form.model.memo
                onEdited: (text) => form.model.memo = text
            }
            Button {
                objectName: "cashSend"
                kind: Button.Primary
                enabled: !form.model.moving && form.model.amount !== ""
                text: form.model.withdraw ? qsTr("Withdraw") : qsTr("Deposit")
                onClicked: form.model.moveCash()
            }
        }
        Label {
            objectName: "cashMessage"
            width: parent.width
            visible: text !== ""
            text: form.model.moveError !== "" ? form.model.moveError : form.model.moveDone
            color: form.model.moveError !== "" ? Theme.danger : Theme.success
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
}
