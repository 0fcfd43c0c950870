# Copias del diario.
backup-title = Copias de seguridad
backup-lead = Se hace una copia automática una vez al día y mientras escribes. Cada una está cifrada y se abre como el diario.
backup-now = Hacer una copia ahora
backup-made = La copia está hecha y comprobada: { $path }
backup-none = Todavía no hay ninguna copia.
backup-differs = { $count ->
    [one] Una cosa es distinta
   *[other] { $count } cosas son distintas
}{ $days ->
    [0] ; todos los días son iguales
    [one] , en un día
   *[other] , en { $days } días
}.
backup-same = Esta copia dice lo mismo que el diario.
backup-compare = Qué es distinto
backup-restore = Restaurarla
backup-restore-hint = Antes se hace una copia de lo que hay ahora, y la restauración se puede deshacer.
backup-drill = Probarla
backup-days = Días que son distintos
restored = { $count ->
    [one] Se restauró una cosa.
   *[other] Se restauraron { $count } cosas.
}
drill-fine = Esta copia está intacta. Anotaciones: { $count }.
drill-found = { $found ->
    [one] Hay una cosa mal en esta copia.
   *[other] Hay { $found } cosas mal en esta copia.
}
act-restore = restaurar una copia
backup-second = Un segundo lugar
backup-second-lead = Una memoria USB u otro disco. Cada copia se guarda también allí cuando está conectado.
backup-second-path = Su carpeta
backup-second-set = Usar esta carpeta
backup-second-off = No usarla más
backup-second-none = Allí todavía no hay ninguna copia.
backup-second-latest = La última copia de allí es del { $when }.
failure-not-a-folder = No se encuentra la carpeta «{ $path }». Escribe la ruta completa, con la / del principio; si está en una memoria USB u otro disco, conéctalo antes.
failure-folder-not-empty = { $path } ya contiene algo. Una exportación anterior podría tener lo que esta deja fuera. Elige una carpeta nueva o vacía.
failure-same-place = Esta es la carpeta del propio diario. Elige otro disco, para que lo que le pase a uno no afecte al otro.

repair-from-copy = Se puso en su lugar la copia del { $day }, { $time }.
repair-without-copy = No había ninguna copia; lo que se pudo leer está en un archivo nuevo.
repair-days = { $days ->
    [one] Un día del archivo dañado se pudo leer y recuperar; es distinto
   *[other] { $days } días del archivo dañado se pudieron leer y recuperar; son distintos
} de lo que dice la copia.
repair-unread = { $count ->
    [one] Una anotación del archivo dañado no se pudo leer; en su lugar queda lo que dice la copia.
   *[other] { $count } anotaciones del archivo dañado no se pudieron leer; en su lugar queda lo que dice la copia.
}
repair-kept = El archivo dañado se conserva en { $path }.
act-repair = una reparación

trash-title = Quitado hace poco
trash-lead = Lo que quitaste en los últimos 30 días. Puedes recuperarlo o borrarlo para siempre.
trash-none = No se quitó nada en los últimos 30 días.
trash-entry = { $what }, { $day }
trash-when = Quitado el { $when }
trash-back = Recuperar
trash-erase = Borrar para siempre
trash-sure = Esto no se puede deshacer. También se quita de todas las copias a las que se puede acceder ahora.
trash-yes = Sí, borrarlo
trash-no = No, dejarlo aquí
erased = Borrado, aquí y en todas las copias a las que se puede acceder.
erased-left = Borrado aquí. Puede seguir en { $count ->
    [one] un archivo más antiguo junto al diario (dañado o de un formato anterior)
   *[other] { $count } archivos más antiguos junto al diario (dañados o de un formato anterior)
}, y en copias guardadas en otra parte.

notice-read-only = No se puede escribir donde está tu diario, así que ahora no se puede cambiar nada. Puedes leerlo todo y guardar copias en otra parte.
notice-cut-off = Daymark se detuvo mientras guardaba. Mira si está ahí tu última respuesta.
notice-synced = Tu diario está en una carpeta que otro programa sincroniza con otros equipos. Si dos programas escriben en él, puede dañarse: saca el diario de esa carpeta y deja en ella solo las copias.
notice-zone = Este equipo no dice en qué zona horaria está, así que Daymark toma todas las horas como UTC. Indica su zona horaria y abre Daymark otra vez.
notice-network = Tu diario está en el disco de otro equipo. Si se corta la conexión puede dañarse: guárdalo en este equipo y lleva las copias al otro.
notice-no-copy = No se pudo hacer la última copia de tu diario. { $why }
elsewhere-title = Tengo una copia de seguridad
elsewhere-lead = En un ordenador nuevo: escribe el código de tu hoja de recuperación o tu contraseña y elige la carpeta o el lápiz con la copia. Deja el campo vacío si el diario no tenía contraseña.
elsewhere-secret = Código o contraseña
elsewhere-choose = Elegir la copia
backup-second-choose = Elegir una carpeta
sheet-opens = Quien tenga este archivo, o una copia impresa, puede abrir tu diario.
