/*
 * A service that does nothing until it is stopped.
 *
 *   service NAME [unstoppable]
 */
#include <windows.h>
#include <wchar.h>

static SERVICE_STATUS_HANDLE handle;
static SERVICE_STATUS status = { .dwServiceType = SERVICE_WIN32_OWN_PROCESS };
static HANDLE stopped;
static wchar_t *name;
static BOOL unstoppable;

static void tell(DWORD state)
{
    status.dwCurrentState = state;
    status.dwControlsAccepted = state == SERVICE_RUNNING && !unstoppable ? SERVICE_ACCEPT_STOP : 0;
    SetServiceStatus(handle, &status);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context)
{
    (void)type;
    (void)data;
    (void)context;
    if (code == SERVICE_CONTROL_INTERROGATE) return NO_ERROR;
    if (code != SERVICE_CONTROL_STOP || unstoppable) return ERROR_CALL_NOT_IMPLEMENTED;
    tell(SERVICE_STOP_PENDING);
    SetEvent(stopped);
    return NO_ERROR;
}

static void WINAPI serve(DWORD count, wchar_t **words)
{
    (void)count;
    (void)words;
    handle = RegisterServiceCtrlHandlerExW(name, control, NULL);
    tell(SERVICE_RUNNING);
    WaitForSingleObject(stopped, INFINITE);
    tell(SERVICE_STOPPED);
}

int wmain(int count, wchar_t **words)
{
    if (count < 2) return 64;
    name = words[1];
    unstoppable = count > 2 && !wcscmp(words[2], L"unstoppable");
    stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
    SERVICE_TABLE_ENTRYW table[] = { { name, serve }, { NULL, NULL } };
    return StartServiceCtrlDispatcherW(table) ? 0 : 1;
}
