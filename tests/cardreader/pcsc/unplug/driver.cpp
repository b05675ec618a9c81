// A driver for pcscd that is vpcd's as long as the file /run/unplugged does not exist. With it, it says what
// the driver of a USB reader says whose plug has been pulled.
#include <dlfcn.h>
#include <unistd.h>

extern "C" {
#include <ifdhandler.h>
}

namespace {

constexpr const char* kVpcd = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";

bool unplugged() {
    return access("/run/unplugged", F_OK) == 0;
}

template <class Function>
Function* in_vpcd(Function&, const char* name) {
    static void* const library = dlopen(kVpcd, RTLD_NOW);
    return reinterpret_cast<Function*>(dlsym(library, name));
}

}  // namespace

extern "C" {

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name) {
    return unplugged() ? IFD_NO_SUCH_DEVICE : in_vpcd(IFDHCreateChannelByName, __func__)(lun, name);
}
RESPONSECODE IFDHCreateChannel(DWORD lun, DWORD channel) {
    return unplugged() ? IFD_NO_SUCH_DEVICE : in_vpcd(IFDHCreateChannel, __func__)(lun, channel);
}
RESPONSECODE IFDHCloseChannel(DWORD lun) {
    return in_vpcd(IFDHCloseChannel, __func__)(lun);
}
RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
    return in_vpcd(IFDHGetCapabilities, __func__)(lun, tag, length, value);
}
RESPONSECODE IFDHSetCapabilities(DWORD lun, DWORD tag, DWORD length, PUCHAR value) {
    return in_vpcd(IFDHSetCapabilities, __func__)(lun, tag, length, value);
}
RESPONSECODE IFDHSetProtocolParameters(DWORD lun, DWORD protocol, UCHAR flags, UCHAR one, UCHAR two,
                                       UCHAR three) {
    return in_vpcd(IFDHSetProtocolParameters, __func__)(lun, protocol, flags, one, two, three);
}
RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD size) {
    return unplugged() ? IFD_NO_SUCH_DEVICE : in_vpcd(IFDHPowerICC, __func__)(lun, action, atr, size);
}
RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER to, PUCHAR command, DWORD command_size,
                               PUCHAR answer, PDWORD answer_size, PSCARD_IO_HEADER from) {
    if (!unplugged())
        return in_vpcd(IFDHTransmitToICC, __func__)(lun, to, command, command_size, answer, answer_size,
                                                    from);
    *answer_size = 0;
    return IFD_NO_SUCH_DEVICE;
}
RESPONSECODE IFDHControl(DWORD lun, DWORD code, PUCHAR command, DWORD command_size, PUCHAR answer, DWORD room,
                         LPDWORD answer_size) {
    return unplugged()
               ? IFD_NO_SUCH_DEVICE
               : in_vpcd(IFDHControl, __func__)(lun, code, command, command_size, answer, room, answer_size);
}
RESPONSECODE IFDHICCPresence(DWORD lun) {
    return unplugged() ? IFD_NO_SUCH_DEVICE : in_vpcd(IFDHICCPresence, __func__)(lun);
}
}
