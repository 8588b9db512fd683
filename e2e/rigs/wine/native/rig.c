/*
 * The rig's hand inside Wine, because the Linux side sees only 8 bits of an exit code, and Windows programs cannot use
 * Linux pipes.
 *
 *   rig run FOLDER         starts FOLDER\command (UTF-16) on FOLDER\in, out and err; the exit code goes into FOLDER\code
 *                          while it runs, the file FOLDER\ctrl-c makes it press Ctrl-C, FOLDER\kill end the program
 *   rig save FOLDER        HKEY_LOCAL_MACHINE and HKEY_USERS as they are now, into FOLDER\machine and FOLDER\users
 */
#include <windows.h>
#include <stdio.h>

static wchar_t folder[MAX_PATH];

static const wchar_t *at(const wchar_t *name)
{
    static wchar_t paths[8][MAX_PATH];
    static int next;
    wchar_t *path = paths[next++ % 8];
    swprintf(path, MAX_PATH, L"%ls\\%ls", folder, name);
    return path;
}

static HANDLE standard(const wchar_t *name, DWORD access, DWORD disposition)
{
    SECURITY_ATTRIBUTES inherited = { sizeof inherited, NULL, TRUE };
    DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    return CreateFileW(name, access, sharing, &inherited, disposition, 0, NULL);
}

/* The whole file appears at once: whoever waits for it must not read half a number. */
static int tell(const wchar_t *name, unsigned long number)
{
    wchar_t temporary[MAX_PATH];
    swprintf(temporary, MAX_PATH, L"%ls.new", at(name));
    FILE *file = _wfopen(temporary, L"w");
    if (!file) return 1;
    fprintf(file, "%lu", number);
    fclose(file);
    return MoveFileExW(temporary, at(name), MOVEFILE_REPLACE_EXISTING) ? 0 : 1;
}

static BOOL WINAPI not_me(DWORD event)
{
    (void)event;
    return TRUE;
}

/* As the keyboard does it: every process at the program's console hears it. */
static void press_ctrl_c(DWORD process)
{
    FreeConsole();
    if (!AttachConsole(process)) return;
    SetConsoleCtrlHandler(not_me, TRUE);
    GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0);
}

static int run(void)
{
    static wchar_t command[16384];
    DWORD length = 0;
    HANDLE file = standard(at(L"command"), GENERIC_READ, OPEN_EXISTING);
    if (!ReadFile(file, command, sizeof command - sizeof *command, &length, NULL)) return 1;
    command[length / sizeof *command] = 0;

    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION started;
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = standard(at(L"in"), GENERIC_READ, OPEN_EXISTING);
    if (startup.hStdInput == INVALID_HANDLE_VALUE) startup.hStdInput = standard(L"NUL", GENERIC_READ, OPEN_EXISTING);
    startup.hStdOutput = standard(at(L"out"), GENERIC_WRITE, CREATE_ALWAYS);
    startup.hStdError = standard(at(L"err"), GENERIC_WRITE, CREATE_ALWAYS);
    /* A console without a window: there is no screen to draw one on, and Ctrl-C needs one. */
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &startup, &started))
        return tell(L"not-started", GetLastError());
    tell(L"pid", started.dwProcessId);

    while (WaitForSingleObject(started.hProcess, 25) == WAIT_TIMEOUT) {
        if (DeleteFileW(at(L"ctrl-c"))) press_ctrl_c(started.dwProcessId);
        if (DeleteFileW(at(L"kill"))) TerminateProcess(started.hProcess, 0xDEAD);
    }
    DWORD code;
    GetExitCodeProcess(started.hProcess, &code);
    return tell(L"code", code);
}

static BOOL may_save(void)
{
    HANDLE token;
    TOKEN_PRIVILEGES privileges = { 1, { { { 0, 0 }, SE_PRIVILEGE_ENABLED } } };
    return OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES, &token)
        && LookupPrivilegeValueW(NULL, SE_BACKUP_NAME, &privileges.Privileges[0].Luid)
        && AdjustTokenPrivileges(token, FALSE, &privileges, 0, NULL, NULL);
}

static int save(void)
{
    LSTATUS machine, users;
    if (!may_save()) return 2;
    DeleteFileW(at(L"machine"));
    DeleteFileW(at(L"users"));
    machine = RegSaveKeyW(HKEY_LOCAL_MACHINE, at(L"machine"), NULL);
    users = RegSaveKeyW(HKEY_USERS, at(L"users"), NULL);
    if (machine || users) fprintf(stderr, "RegSaveKey: %ld, %ld\n", machine, users);
    return machine || users ? 3 : 0;
}

int wmain(int count, wchar_t **words)
{
    if (count != 3) return 64;
    swprintf(folder, MAX_PATH, L"%ls", words[2]);
    if (!wcscmp(words[1], L"run")) return run();
    if (!wcscmp(words[1], L"save")) return save();
    return 64;
}
