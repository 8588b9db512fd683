/*
 * Holds a file so that nobody can delete or replace it, until this program is ended.
 *
 *   hold FILE READY        the file READY appears as soon as FILE is held
 */
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    if (count != 3) return 64;
    if (CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE)
        return GetLastError();
    CreateFileW(words[2], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    Sleep(INFINITE);
    return 0;
}
